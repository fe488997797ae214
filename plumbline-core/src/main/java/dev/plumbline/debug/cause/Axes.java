package dev.plumbline.debug.cause;

import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.network.Node;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Along which axes a node works, and which axes of its values run over the batch. */
final class Axes {
    private static final Set<String> ONE_AXIS =
            Set.of("Softmax", "LogSoftmax", "Hardmax", "ArgMax", "ArgMin", "CumSum", "TopK", "LpNormalization");

    private Axes() {}

    static Shape shape(Setup setup, String value) {
        ValueType type = setup.types().get(value);
        return type == null ? Shape.of() : type.shape();
    }

    /** The axes that a softmax, reduction or search runs over, from the front; empty for any other node. */
    static List<Integer> along(Setup setup, Node node) {
        int rank = shape(setup, node.inputs().isEmpty() ? "" : node.inputs().get(0))
                .rank();
        if (ONE_AXIS.contains(node.operator())) {
            int byDefault = node.operator().startsWith("Arg") ? 0 : -1;
            return List.of(front(node.attributes().integer("axis", byDefault), rank));
        }
        if (!node.operator().startsWith("Reduce")) {
            return List.of();
        }
        List<Integer> axes = node.attributes().integers("axes").orElseGet(() -> constant(setup, node));
        return axes.isEmpty()
                ? IntStream.range(0, rank).boxed().toList()
                : axes.stream().map(a -> front(a, rank)).toList();
    }

    private static List<Integer> constant(Setup setup, Node node) {
        if (node.inputs().size() < 2) {
            return List.of();
        }
        return setup.network().parameter(node.inputs().get(1)).stream()
                .filter(p -> p.values() instanceof LongTensor)
                .flatMap(p -> java.util.Arrays.stream(
                                ((LongTensor) java.util.Objects.requireNonNull(p.values())).values())
                        .mapToObj(a -> (int) a))
                .toList();
    }

    private static int front(int axis, int rank) {
        return axis < 0 ? axis + rank : axis;
    }

    /** Whether the node works along the batch, so that examples reach each other. */
    static boolean overBatch(Setup setup, Node node) {
        Shape shape = shape(setup, node.inputs().isEmpty() ? "" : node.inputs().get(0));
        return along(setup, node).stream().anyMatch(a -> a >= 0 && a < shape.rank() && Shape.isBatched(shape.get(a)));
    }

    /** Where the one axis over the batch stands, from the end; 0 where there is none or more than one. */
    static int batchFromEnd(Shape shape) {
        if (shape.batchedAxes() != 1) {
            return 0;
        }
        for (int i = 0; i < shape.rank(); i++) {
            if (Shape.isBatched(shape.get(i))) {
                return shape.rank() - i;
            }
        }
        return 0;
    }
}
