package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.network.ValueType;
import java.util.List;

/** {@code sample_size} classes drawn for each row of unnormalized log probabilities {@code (N, classes)}. */
final class Multinomial implements Operator {
    @Override
    public String name() {
        return "Multinomial";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        DType dtype = ElementTypes.of(inputs, "dtype", DType.INT32);
        int count = inputs.attributes().integer("sample_size", 1);
        return List.of(new ValueType(dtype, Sizes.with(inputs.shape(0, 2), 1, count)));
    }
}
