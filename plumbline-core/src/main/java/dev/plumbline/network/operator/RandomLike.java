package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * Random numbers in the sizes of the input: {@code RandomNormalLike}, {@code RandomUniformLike}, and {@code Bernoulli},
 * whose input holds how likely each 1 is.
 */
record RandomLike(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        DType dtype = ElementTypes.of(inputs, "dtype", inputs.type(0).dtype());
        return List.of(new ValueType(dtype, inputs.shape(0)));
    }
}
