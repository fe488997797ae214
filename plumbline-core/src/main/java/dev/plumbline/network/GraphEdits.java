package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Applies {@link ModelEdit}s to a graph, however it was made. */
final class GraphEdits {
    private GraphEdits() {}

    static Network apply(ModelEdit edit, Network network) {
        if (edit instanceof ModelEdit.RemoveNode remove) {
            Node removed = node(remove.node(), network);
            return without(removed::equals, network);
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
            return WidthEdit.apply(width::of, network);
        }
        if (edit instanceof ModelEdit.RemovePenalties) {
            return network.withPenalties(List.of());
        }
        if (edit instanceof ModelEdit.Unfreeze) {
            return network.withParameters(network.parameters().stream()
                    .map(p -> p.isLearnable() ? p.withTrainable(true) : p)
                    .toList());
        }
        return restrained(edit, network);
    }

    private static Network restrained(ModelEdit edit, Network network) {
        if (edit instanceof ModelEdit.RemoveConstraints) {
            return network.withConstraints(List.of());
        }
        if (edit instanceof ModelEdit.RemoveNoise) {
            return withAttributes("plumbline.Random", GraphEdits::atRest, network);
        }
        if (edit instanceof ModelEdit.BatchNormMomentum norm) {
            return withAttributes("BatchNormalization", a -> a.with("momentum", norm.momentum()), network);
        }
        if (edit instanceof ModelEdit.BatchNormEpsilon norm) {
            return withAttributes("BatchNormalization", a -> a.with("epsilon", norm.epsilon()), network);
        }
        if (edit instanceof ModelEdit.MinWidth width) {
            return WidthEdit.apply(size -> Math.max(size, width.units()), network);
        }
        return structured(edit, network);
    }

    private static Network structured(ModelEdit edit, Network network) {
        if (edit instanceof ModelEdit.SetOutputUnits output) {
            return OutputEdit.units(output.units(), network);
        }
        if (edit instanceof ModelEdit.SetOutputBias bias) {
            return OutputEdit.bias(bias.values(), network);
        }
        if (edit instanceof ModelEdit.SetAxis set) {
            return AxisEdit.apply(node(set.node(), network), set.axis(), network);
        }
        if (edit instanceof ModelEdit.Guard guard) {
            return GuardEdit.apply(node(guard.node(), network), network);
        }
        if (edit instanceof ModelEdit.AddActivation activation) {
            return ActivationEdit.apply(activation.operator(), network);
        }
        if (edit instanceof ModelEdit.FlattenBefore flatten) {
            return PositionsEdit.flatten(node(flatten.node(), network), network);
        }
        if (edit instanceof ModelEdit.PoolBefore pool) {
            return PositionsEdit.pool(node(pool.node(), network), network);
        }
        if (edit instanceof ModelEdit.AlignBatch align) {
            return AlignEdit.apply(node(align.node(), network), network);
        }
        throw new IllegalArgumentException("no change of a graph is known for " + edit);
    }

    private static Node node(String name, Network network) {
        return network.node(name).orElseThrow(() -> {
            List<String> names = network.nodes().stream().map(Node::name).toList();
            return new UnusableInputException(
                    "model.edits",
                    "a node of the network",
                    "\"" + name + "\"",
                    "Did you mean `" + Spelling.nearest(name, names) + "`?");
        });
    }

    private static Network withAttributes(String operator, UnaryOperator<Attributes> change, Network network) {
        return network.withNodes(network.nodes().stream()
                .map(n -> n.operator().equals(operator) ? n.withAttributes(change.apply(n.attributes())) : n)
                .toList());
    }

    /** A draw of the one number that the node gives in evaluation. */
    private static Attributes atRest(Attributes noise) {
        return noise.with("distribution", "normal")
                .with("a", noise.number("rest", 0))
                .with("b", 0.0);
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
        // a softmax elsewhere is attention's
        List<Node> squeezing = new HiddenLayers(network).squeezing();
        return network.withNodes(network.nodes().stream()
                .map(n -> n.operator().equals(replace.from())
                                && !n.output().equals(network.output())
                                && (!n.operator().equals("Softmax") || squeezing.contains(n))
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
                    case STATISTIC, STATE, CONSTANT -> p;
                })
                .toList());
    }
}
