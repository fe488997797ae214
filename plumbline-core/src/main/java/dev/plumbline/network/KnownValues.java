package dev.plumbline.network;

import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.operator.BatchCount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Values that follow from constants and sizes are put in as constants; the targets of Reshapes that follow from the
 * batch are said with 0 (as it is) and -1 (what is left).
 */
final class KnownValues {
    /** Larger ones stay computed: a mask of a million entries is cheaper made than held. */
    private static final int MOST_ELEMENTS = 1 << 20;

    private final ShapeInference.Known known;
    private final List<Parameter> added = new ArrayList<>();

    KnownValues(ShapeInference.Known known) {
        this.known = known;
    }

    Network replaced(Network network) {
        Set<String> read = new HashSet<>(network.outputs());
        network.nodes().forEach(n -> read.addAll(n.inputs()));
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            Tensor value = known.values().get(node.output());
            boolean alone = node.outputs().stream().skip(1).noneMatch(read::contains);
            if (value != null && alone && isWhole(value) && value.elements() <= MOST_ELEMENTS) {
                ValueType type = Simplify.required(known.types().get(node.output()));
                added.add(new Parameter(
                        node.output(),
                        new ValueType(type.dtype(), value.shape()),
                        Parameter.Role.CONSTANT,
                        null,
                        value,
                        1,
                        1,
                        false));
            } else {
                nodes.add(node.operator().equals("Reshape") ? reshaped(node) : node);
            }
        }
        List<Parameter> parameters = new ArrayList<>(network.parameters());
        parameters.addAll(added);
        return new Network(
                network.inputs(),
                nodes,
                parameters,
                network.outputs(),
                network.layers(),
                network.penalties(),
                network.constraints());
    }

    /** Whether no number stands for a multiple of the batch. */
    private static boolean isWhole(Tensor value) {
        return !(value instanceof LongTensor wholes)
                || LongStream.of(wholes.values()).noneMatch(BatchCount::is);
    }

    private Node reshaped(Node node) {
        if (node.inputs().size() < 2
                || node.attributes().integer("allowzero", 0) == 1
                || !(known.values().get(node.inputs().get(1)) instanceof LongTensor target)
                || isWhole(target)) {
            return node;
        }
        Shape x = Simplify.required(known.types().get(node.inputs().get(0))).shape();
        long[] sizes = target.values().clone();
        boolean open = LongStream.of(sizes).anyMatch(s -> s == -1);
        for (int i = 0; i < sizes.length; i++) {
            if (!BatchCount.is(sizes[i])) {
                continue;
            }
            boolean kept = i < x.rank() && BatchCount.toSize(sizes[i]) == x.get(i);
            if (!kept && open) {
                return node;
            }
            open |= !kept;
            sizes[i] = kept ? 0 : -1;
        }
        String name = node.name() + "/target";
        if (known.types().containsKey(name)) {
            return node;
        }
        added.add(Parameter.constant(name, LongTensor.of(sizes, sizes.length)));
        return node.withInputs(List.of(node.inputs().get(0), name));
    }
}
