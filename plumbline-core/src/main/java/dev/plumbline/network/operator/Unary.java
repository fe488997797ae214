package dev.plumbline.network.operator;

import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One value in, one of the same element type and shape out: functions of each element, and softmax along an axis.
 *
 * @param name ONNX name
 * @param accepts the element types it takes
 * @param real what it does to real numbers known beforehand; null where nobody needs to know
 */
record Unary(String name, Accepts accepts, @Nullable DoubleUnaryOperator real) implements Operator {
    /** Of real numbers. */
    Unary(String name) {
        this(name, Accepts.FLOATS, null);
    }

    /** Of other element types. */
    Unary(String name, Accepts accepts) {
        this(name, accepts, null);
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        accepts.check(inputs, 0);
        if (inputs.attributes().has("axis")) {
            inputs.axis("axis", -1, inputs.shape(0).rank());
        }
        return List.of(inputs.type(0));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        DoubleUnaryOperator function = real;
        Tensor x = inputs.known(0).orElse(null);
        if (function == null || x == null || x instanceof LongTensor) {
            return Optional.empty();
        }
        double[] values = IntStream.range(0, x.elements())
                .mapToDouble(i -> function.applyAsDouble(x.get(i)))
                .toArray();
        return Optional.of(Folding.real(x, values, x.shape()));
    }
}
