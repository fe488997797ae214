package dev.plumbline.network.operator;

import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;

/**
 * {@code Neg}, {@code Abs}, {@code Sign}: of whole and real numbers, also those known beforehand.
 *
 * @param name ONNX name
 * @param whole what it does to a whole number; empty where it depends on the batch
 * @param real what it does to a real number
 */
record SignedUnary(String name, LongFunction<OptionalLong> whole, DoubleUnaryOperator real) implements Operator {
    static SignedUnary neg() {
        return new SignedUnary("Neg", v -> BatchArithmetic.subtract(0, v), v -> -v);
    }

    static SignedUnary abs() {
        return new SignedUnary("Abs", v -> OptionalLong.of(BatchCount.is(v) ? v : Math.abs(v)), Math::abs);
    }

    static SignedUnary sign() {
        return new SignedUnary("Sign", v -> OptionalLong.of(BatchCount.is(v) ? 1 : Long.signum(v)), Math::signum);
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.NUMBERS.check(inputs, 0);
        return List.of(inputs.type(0));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        Tensor x = inputs.known(0).orElse(null);
        if (x == null) {
            return Optional.empty();
        }
        return Folding.combine(
                x, x, inputs.type(0), new Arithmetic((a, b) -> whole.apply(a), (a, b) -> real.applyAsDouble(a)));
    }
}
