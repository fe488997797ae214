package dev.plumbline.network.operator;

import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;

/** The same values. */
final class Identity implements Operator {
    @Override
    public String name() {
        return "Identity";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        return List.of(inputs.type(0));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        return inputs.known(0);
    }
}
