package dev.plumbline.formats.keras;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What layers of many operators are written in: each method adds a node and gives the name of its value. */
final class Expressions {
    private final LayerScope layer;

    Expressions(LayerScope layer) {
        this.layer = layer;
    }

    Shape shape(String value) {
        return layer.shape(value);
    }

    String node(String operator, Attributes attributes, String... inputs) {
        return layer.node(operator, attributes, inputs);
    }

    String node(String operator, String... inputs) {
        return layer.node(operator, Attributes.none(), inputs);
    }

    List<String> nodes(String operator, Attributes attributes, int outputs, String... inputs) {
        return layer.nodes(operator, attributes, outputs, inputs);
    }

    String whole(long... values) {
        return constant(new LongTensor(values, Shape.of(values.length)), DType.INT64);
    }

    String whole(Shape shape, long... values) {
        return constant(new LongTensor(values, shape), DType.INT64);
    }

    String number(double value) {
        return constant(new FloatTensor(new float[] {(float) value}, Shape.of()), DType.FLOAT32);
    }

    String zeros(int... sizes) {
        Shape shape = Shape.of(sizes);
        return constant(new FloatTensor(new float[Math.toIntExact(shape.elements())], shape), DType.FLOAT32);
    }

    String constant(Tensor values, DType type) {
        return layer.constant(values, type);
    }

    String transpose(String x, int... order) {
        return node(
                "Transpose",
                Attributes.none().with("perm", Arrays.stream(order).boxed().toList()),
                x);
    }

    /** Other sizes; a multiple of the batch as {@link Shape} has it may stand for one of them. */
    String reshape(String x, int... sizes) {
        long batched = Arrays.stream(sizes).filter(Shape::isBatched).count();
        if (batched > 1) {
            throw new IllegalArgumentException("expected at most one batched size, found " + Arrays.toString(sizes));
        }
        // what grows with the batch is what is left over
        return node(
                "Reshape",
                x,
                whole(IntStream.of(sizes)
                        .mapToLong(s -> Shape.isBatched(s) ? -1 : s)
                        .toArray()));
    }

    String unsqueeze(String x, int axis) {
        return node("Unsqueeze", x, whole(axis));
    }

    String squeeze(String x, int axis) {
        return node("Squeeze", x, whole(axis));
    }

    /** One position along an axis, which goes. */
    String select(String x, int axis, int position) {
        return node(
                "Gather",
                Attributes.none().with("axis", axis),
                x,
                constant(new LongTensor(new long[] {position}, Shape.of()), DType.INT64));
    }

    /** The positions of an axis in the opposite order. */
    String reverse(String x, int axis) {
        int size = shape(x).get(axis);
        if (size < 0) {
            return node("Slice", x, whole(-1), whole(Long.MIN_VALUE + 1), whole(axis), whole(-1));
        }
        return node(
                "Gather",
                Attributes.none().with("axis", axis),
                x,
                whole(IntStream.range(0, size).mapToLong(i -> size - 1 - i).toArray()));
    }

    String part(String x, int axis, int from, int to) {
        return node("Slice", x, whole(from), whole(to), whole(axis));
    }

    String concat(int axis, List<String> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : node("Concat", Attributes.none().with("axis", axis), parts.toArray(String[]::new));
    }

    /** Values of the same shape, one after the other along a new axis. */
    String stack(int axis, List<String> parts) {
        List<String> wider = new ArrayList<>();
        parts.forEach(p -> wider.add(unsqueeze(p, axis)));
        return concat(axis, wider);
    }

    String cast(String x, DType type) {
        return layer.cast(x, type);
    }

    String sum(String x, int axis, boolean keep) {
        return node("ReduceSum", Attributes.none().with("keepdims", keep ? 1 : 0), x, whole(axis));
    }

    String where(String condition, String yes, String no) {
        return node("Where", condition, yes, no);
    }

    String softmax(String x, int axis) {
        return node("Softmax", Attributes.none().with("axis", axis), x);
    }

    String dropout(String x, double rate) {
        return rate > 0 ? node("Dropout", Attributes.none().with("ratio", rate), x) : x;
    }
}
