package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import java.util.List;

/**
 * Sets the rate of the dropout that there is; where there is none, puts one in front of every dense layer that comes
 * behind other weights.
 */
final class DropoutEdit {
    private static final String DROPOUT = "Dropout";

    private DropoutEdit() {}

    static Network apply(double rate, Network network) {
        if (network.nodes().stream().anyMatch(n -> n.operator().equals(DROPOUT))) {
            return network.withNodes(network.nodes().stream()
                    .map(n -> n.operator().equals(DROPOUT)
                            ? n.withAttributes(n.attributes().with("ratio", rate))
                            : n)
                    .toList());
        }
        HiddenLayers layers = new HiddenLayers(network);
        List<Node> dense = network.nodes().stream()
                .filter(n -> HiddenLayers.isDense(n) && layers.isWeighted(n) && layers.isBehindWeights(n))
                .toList();
        if (dense.isEmpty()) {
            throw new UnusableInputException(
                    "model",
                    "a dense layer behind another layer, for dropout to stand before",
                    "none",
                    "Put the dropout into the model itself.");
        }
        GraphInsertion insertion = new GraphInsertion(network);
        for (Node node : dense) {
            String layer = insertion.layer("dropout", DROPOUT);
            insertion.behind(
                    layer,
                    DROPOUT,
                    Attributes.none().with("ratio", rate),
                    reader -> reader.name().equals(node.name()),
                    node.inputs().get(0));
        }
        return insertion.network();
    }
}
