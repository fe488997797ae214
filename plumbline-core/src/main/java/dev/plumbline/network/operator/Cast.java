package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.DoubleTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The same numbers in another element type: {@code Cast} to that of the attribute {@code to}, {@code CastLike} to that
 * of the second input. Real numbers lose what is after the point.
 */
record Cast(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        return List.of(new ValueType(target(inputs), inputs.shape(0)));
    }

    private static DType target(Inputs inputs) {
        return inputs.has(1)
                ? inputs.type(1).dtype()
                : ElementTypes.of(inputs, "to", inputs.type(0).dtype());
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        return inputs.known(0).flatMap(x -> cast(x, target(inputs)));
    }

    /** Half precision is left to the engine, and so is what a batch count would be as a real number. */
    private static Optional<Tensor> cast(Tensor x, DType to) {
        return switch (to.kind()) {
            case INTEGER, BOOLEAN -> Optional.of(whole(x, to));
            case FLOAT -> Folding.hasBatchCount(x) || to.bytes() < 4 ? Optional.empty() : Optional.of(real(x, to));
            case COMPLEX -> Optional.empty();
        };
    }

    private static Tensor real(Tensor x, DType to) {
        double[] values = IntStream.range(0, x.elements()).mapToDouble(x::get).toArray();
        return to == DType.FLOAT64 ? new DoubleTensor(values, x.shape()) : Folding.floats(values, x.shape());
    }

    private static Tensor whole(Tensor x, DType to) {
        long[] values = x instanceof LongTensor same
                ? same.values()
                : IntStream.range(0, x.elements())
                        .mapToLong(i -> to == DType.BOOL ? (x.get(i) == 0 ? 0 : 1) : (long) x.get(i))
                        .toArray();
        return new LongTensor(
                LongStream.of(values)
                        .map(v -> to == DType.BOOL && BatchCount.is(v) ? 1 : Folding.wrapped(v, to))
                        .toArray(),
                x.shape());
    }
}
