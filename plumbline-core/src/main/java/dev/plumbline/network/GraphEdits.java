package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Applies {@link ModelEdit}s to a graph, however it was made. */
final class GraphEdits {
    private GraphEdits() {}

    static Network apply(ModelEdit edit, Network network) {
        if (edit instanceof ModelEdit.RemoveNode remove) {
            if (network.node(remove.node()).isEmpty()) {
                List<String> names = network.nodes().stream().map(Node::name).toList();
                throw new UnusableInputException(
                        "model.edits",
                        "a node of the network",
                        "\"" + remove.node() + "\"",
                        "Did you mean `" + Spelling.nearest(remove.node(), names) + "`?");
            }
            return without(node -> node.name().equals(remove.node()), network);
        }
        if (edit instanceof ModelEdit.RemoveOperator remove) {
            return without(node -> node.operator().equals(remove.operator()), network);
        }
        if (edit instanceof ModelEdit.ReplaceActivation replace) {
            return replaced(replace, network);
        }
        if (edit instanceof ModelEdit.Initialize initialize) {
            return initialized(Initializer.parse(initialize.initializer(), "model.edits"), network);
        }
        if (edit instanceof ModelEdit.SetDropout dropout) {
            return DropoutEdit.apply(dropout.rate(), network);
        }
        if (edit instanceof ModelEdit.AddBatchNorm) {
            return BatchNormEdit.apply(network);
        }
        if (edit instanceof ModelEdit.AddLayers layers) {
            return DepthEdit.apply(layers.count(), network);
        }
        if (edit instanceof ModelEdit.ScaleWidth width) {
            return WidthEdit.apply(width, network);
        }
        if (edit instanceof ModelEdit.RemovePenalties) {
            return network.withPenalties(List.of());
        }
        return network.withParameters(network.parameters().stream()
                .map(p -> p.isLearnable() ? p.withTrainable(true) : p)
                .toList());
    }

    private static Network without(Predicate<Node> removed, Network network) {
        List<Node> kept = new ArrayList<>(network.nodes());
        List<String> outputs = new ArrayList<>(network.outputs());
        for (Node node : network.nodes()) {
            if (!removed.test(node)) {
                continue;
            }
            // what it read may itself have been rewired by an earlier removal
            Node current = kept.stream()
                    .filter(n -> n.name().equals(node.name()))
                    .findFirst()
                    .orElseThrow();
            String source = current.inputs().get(0);
            kept.remove(current);
            kept.replaceAll(n -> n.withInputs(n.inputs().stream()
                    .map(in -> in.equals(node.output()) ? source : in)
                    .toList()));
            outputs.replaceAll(out -> out.equals(node.output()) ? source : out);
        }
        return new Network(
                network.inputs(),
                kept,
                network.parameters(),
                outputs,
                network.layers(),
                network.penalties().stream()
                        .filter(p -> network.node(p.value()).filter(removed).isEmpty())
                        .toList(),
                network.constraints());
    }

    private static Network replaced(ModelEdit.ReplaceActivation replace, Network network) {
        return network.withNodes(network.nodes().stream()
                .map(n -> n.operator().equals(replace.from()) && !n.output().equals(network.output())
                        ? new Node(n.name(), replace.to(), n.inputs(), n.outputs(), Attributes.none(), n.layer())
                        : n)
                .toList());
    }

    /** Scales of normalization layers (a single axis) keep their ones; biases go back to zero. */
    private static Network initialized(Initializer initializer, Network network) {
        return network.withParameters(network.parameters().stream()
                .map(p -> switch (p.role()) {
                    case WEIGHT -> p.type().shape().rank() > 1 ? p.withInitializer(initializer) : p;
                    case BIAS -> p.withInitializer(Initializer.ZEROS);
                    case STATISTIC, CONSTANT -> p;
                })
                .toList());
    }
}
