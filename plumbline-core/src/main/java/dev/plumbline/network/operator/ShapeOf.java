package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;

/** {@code Shape}: the sizes of axes {@code start} to before {@code end}, as int64 numbers. */
final class ShapeOf implements Operator {
    @Override
    public String name() {
        return "Shape";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        return List.of(new ValueType(DType.INT64, Shape.of(sizes(inputs).size())));
    }

    private static List<Integer> sizes(Inputs inputs) {
        Shape x = inputs.shape(0);
        int start = position(inputs.attributes().integer("start", 0), x.rank());
        int end = position(inputs.attributes().integer("end", x.rank()), x.rank());
        return x.sizes().subList(Math.min(start, end), end);
    }

    private static int position(int axis, int rank) {
        return Math.max(0, Math.min(rank, axis < 0 ? axis + rank : axis));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        List<Integer> sizes = sizes(inputs);
        return sizes.contains(Shape.UNKNOWN)
                ? Optional.empty()
                : Optional.of(LongTensor.of(
                        sizes.stream().mapToLong(BatchCount::ofSize).toArray(), sizes.size()));
    }
}
