package dev.plumbline.network.operator;

import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;

/** What is left after division, with the sign of the divisor; with {@code fmod} = 1 that of the dividend. */
final class Mod implements Operator {
    @Override
    public String name() {
        return "Mod";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        return new Binary(name()).infer(inputs);
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        boolean likeDividend = inputs.attributes().integer("fmod", 0) == 1;
        return Folding.combine(
                inputs,
                infer(inputs).get(0),
                likeDividend ? null : new Arithmetic(BatchArithmetic::modulo, (a, b) -> a - b * Math.floor(a / b)));
    }
}
