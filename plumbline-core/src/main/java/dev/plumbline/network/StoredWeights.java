package dev.plumbline.network;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A float parameter that is turned, given an axis or copied before its use is stored as it is used, so that it stays a
 * parameter that trains. A Transpose or Unsqueeze is folded only where nothing else reads the parameter. A copy (an
 * Identity) whose values are all equal becomes a parameter of its own: exporters store zeros and ones of several layers
 * once, which are not one parameter for that.
 */
final class StoredWeights {
    private final Network network;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Long> readers;

    StoredWeights(Network network) {
        this.network = network;
        network.parameters().forEach(p -> parameters.put(p.name(), p));
        this.readers = network.nodes().stream()
                .flatMap(n -> n.inputs().stream())
                .collect(Collectors.groupingBy(i -> i, Collectors.counting()));
        network.outputs().forEach(o -> readers.merge(o, 1L, Long::sum));
    }

    Network folded() {
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            Optional<Parameter> stored = stored(node);
            if (stored.isPresent() && !network.outputs().contains(node.output())) {
                parameters.put(node.output(), stored.get());
            } else {
                nodes.add(node);
            }
        }
        return new Network(
                network.inputs(),
                nodes,
                List.copyOf(parameters.values()),
                network.outputs(),
                network.layers(),
                network.penalties(),
                network.constraints());
    }

    private Optional<Parameter> stored(Node node) {
        Parameter parameter =
                node.inputs().isEmpty() ? null : parameters.get(node.inputs().get(0));
        if (parameter == null
                || !(parameter.values() instanceof FloatTensor values)
                || parameter.type().dtype() != DType.FLOAT32
                || readers.getOrDefault(parameter.name(), 0L) != 1) {
            return Optional.empty();
        }
        return switch (node.operator()) {
            case "Transpose" -> Optional.of(with(parameter, node.output(), transposed(values, order(node, values))));
            case "Unsqueeze" ->
                axes(node).map(axes -> with(parameter, node.output(), values.reshape(widened(values.shape(), axes))));
            default -> Optional.empty();
        };
    }

    private static Parameter with(Parameter parameter, String name, Tensor values) {
        return new Parameter(
                name,
                new ValueType(parameter.type().dtype(), values.shape()),
                parameter.role(),
                parameter.initializer(),
                values,
                parameter.fanIn(),
                parameter.fanOut(),
                parameter.trainable());
    }

    private Optional<long[]> axes(Node node) {
        Parameter axes =
                node.inputs().size() < 2 ? null : parameters.get(node.inputs().get(1));
        return axes != null && axes.values() instanceof LongTensor wholes
                ? Optional.of(wholes.values())
                : Optional.empty();
    }

    private static Shape widened(Shape shape, long[] axes) {
        int rank = shape.rank() + axes.length;
        List<Integer> sizes = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < rank; i++) {
            int axis = i;
            boolean added = java.util.Arrays.stream(axes).anyMatch(a -> (a < 0 ? a + rank : a) == axis);
            sizes.add(added ? 1 : shape.get(next++));
        }
        return new Shape(sizes);
    }

    private static List<Integer> order(Node node, FloatTensor values) {
        int rank = values.shape().rank();
        return node.attributes()
                .integers("perm")
                .orElseGet(() ->
                        IntStream.range(0, rank).mapToObj(i -> rank - 1 - i).toList());
    }

    /** The elements with axes in another order, row-major. */
    static FloatTensor transposed(FloatTensor tensor, List<Integer> order) {
        int rank = order.size();
        int[] sizes = tensor.shape().toArray();
        int[] strides = new int[rank];
        for (int axis = rank - 1, stride = 1; axis >= 0; stride *= sizes[axis--]) {
            strides[axis] = stride;
        }
        Shape shape = new Shape(order.stream().map(a -> sizes[a]).toList());
        float[] out = new float[tensor.values().length];
        int[] at = new int[rank];
        int from = 0;
        for (int i = 0; i < out.length; i++) {
            out[i] = tensor.values()[from];
            for (int axis = rank - 1; axis >= 0; axis--) {
                int stride = strides[order.get(axis)];
                from += stride;
                if (++at[axis] < shape.get(axis)) {
                    break;
                }
                from -= stride * at[axis];
                at[axis] = 0;
            }
        }
        return new FloatTensor(out, shape);
    }
}
