package dev.plumbline.network;

import java.util.List;

/**
 * Puts an activation behind every hidden layer between which and the next weights there is nothing but linear nodes.
 */
final class ActivationEdit {
    private ActivationEdit() {}

    static Network apply(String operator, Network network) {
        Network changed = network;
        for (Node node : LinearLayers.of(network)) {
            HiddenLayers layers = new HiddenLayers(changed);
            GraphInsertion insertion = new GraphInsertion(changed);
            String layer = insertion.layer(operator.toLowerCase(java.util.Locale.ROOT), "Activation");
            insertion.behind(layer, operator, Attributes.none(), reader -> true, behindNorm(layers.sum(node), changed));
            changed = insertion.network();
        }
        return changed;
    }

    /** Behind the normalization that stands right behind a sum, where there is one. */
    private static String behindNorm(String sum, Network network) {
        List<Node> readers = network.readers(sum);
        return readers.size() == 1 && readers.get(0).operator().equals("BatchNormalization")
                ? readers.get(0).output()
                : sum;
    }
}
