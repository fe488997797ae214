package dev.plumbline.debug.cause;

import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import dev.plumbline.network.ValueType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A dense layer works position by position, so that the output has positions which the targets do not have. */
final class MissingFlatten implements Cause {
    private static final Rule RULE = new Rule(
            "missing-flatten",
            Stage.OVERFIT,
            "A flatten or pooling is missing before a dense layer",
            "D3: shape mismatch, forgotten flatten");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    private static Shape shape(Setup setup, String value) {
        ValueType type = setup.types().get(value);
        return type == null ? Shape.of() : type.shape();
    }

    static boolean isDense(Setup setup, Node node) {
        return node.operator().matches("Gemm|MatMul")
                && node.inputs().size() > 1
                && setup.network().parameter(node.inputs().get(1)).isPresent();
    }

    /** The first dense node of those behind which the positions are never brought together. */
    private static Optional<Node> culprit(Setup setup) {
        if (Answer.shape(setup).rank() < 3
                || setup.experiment().task() == Task.TAGGING
                || setup.dataset().train().targets().shape().rank() > 2) {
            return Optional.empty();
        }
        Node first = null;
        for (Node node : setup.network().nodes()) {
            int rank = shape(setup, node.output()).rank();
            Shape read = node.inputs().isEmpty()
                    ? Shape.of()
                    : shape(setup, node.inputs().get(0));
            if (rank <= 2) {
                first = null;
                // where all other axes are of size 1 there are no positions: that is leftover-axis
            } else if (first == null && isDense(setup, node) && read.elements() > read.get(-1)) {
                first = node;
            }
        }
        return Optional.ofNullable(first);
    }

    @Override
    public List<Finding> look(Setup setup) {
        return culprit(setup).stream()
                .map(node -> Finding.suspected(
                        RULE,
                        Ending.subject(node),
                        "it reads " + shape(setup, node.inputs().get(0))
                                + " and works along the last axis alone; the output is " + Answer.shape(setup)
                                + ", the targets have one row for each example",
                        "A dense layer mixes features, not positions: no part of it sees a whole example.",
                        "Flatten before the layer, or average over positions."))
                .toList();
    }

    @Override
    public List<String> edits(Setup setup) {
        return culprit(setup)
                .map(node -> List.of("flatten-before=" + node.name(), "pool-before=" + node.name()))
                .orElse(List.of());
    }
}
