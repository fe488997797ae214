package dev.plumbline.network.operator;

import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The numbers from a start to before a limit, in steps; inputs start, limit, delta, scalars. */
final class Range implements Operator {
    @Override
    public String name() {
        return "Range";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.NUMBERS.check(inputs, 0);
        Optional<Tensor> span = span(inputs);
        Optional<Tensor> delta = inputs.known(2);
        int size =
                span.isPresent() && delta.isPresent() ? size(span.orElseThrow(), delta.orElseThrow()) : Shape.UNKNOWN;
        return List.of(new ValueType(inputs.type(0).dtype(), Shape.of(size)));
    }

    private static Optional<Tensor> span(Inputs inputs) {
        ValueType scalar = new ValueType(inputs.type(0).dtype(), Shape.of());
        return inputs.known(1)
                .flatMap(limit -> inputs.known(0)
                        .flatMap(start -> Folding.combine(
                                limit.reshape(Shape.of()), start.reshape(Shape.of()), scalar, Arithmetic.SUBTRACT)));
    }

    private static int size(Tensor span, Tensor delta) {
        if (delta.get(0) == 0) {
            throw new ShapeFault("a delta that is not 0", "0");
        }
        if (span instanceof LongTensor whole && BatchCount.is(whole.values()[0])) {
            OptionalLong size = BatchArithmetic.divide(whole.values()[0], ((LongTensor) delta).values()[0]);
            return size.isEmpty() ? Shape.UNKNOWN : BatchCount.toSize(size.getAsLong());
        }
        return (int) Math.max(0, Math.ceil(span.get(0) / delta.get(0)));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        int size = infer(inputs).get(0).shape().get(0);
        Tensor start = inputs.known(0).orElseThrow();
        Tensor delta = inputs.known(2).orElseThrow();
        if (Folding.hasBatchCount(start)) {
            return Optional.empty();
        }
        Shape shape = Shape.of(size);
        if (start instanceof LongTensor from && delta instanceof LongTensor step) {
            return Optional.of(new LongTensor(
                    LongStream.range(0, size)
                            .map(i -> from.values()[0] + i * step.values()[0])
                            .toArray(),
                    shape));
        }
        double[] values = IntStream.range(0, size)
                .mapToDouble(i -> start.get(0) + i * delta.get(0))
                .toArray();
        return Optional.of(Folding.real(start, values, shape));
    }
}
