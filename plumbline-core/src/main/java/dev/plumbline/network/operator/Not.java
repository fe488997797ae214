package dev.plumbline.network.operator;

import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The opposite of each truth. */
final class Not implements Operator {
    @Override
    public String name() {
        return "Not";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.TRUTHS.check(inputs, 0);
        return List.of(inputs.type(0));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        return inputs.known(0)
                .flatMap(x -> Folding.combine(
                        x, x, inputs.type(0), new Arithmetic((a, b) -> OptionalLong.of(1 - a), (a, b) -> 1 - a)));
    }
}
