package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.network.ValueType;
import java.util.List;

/** Ones on the diagonal {@code k}, zeros elsewhere, in the sizes of a matrix. */
final class EyeLike implements Operator {
    @Override
    public String name() {
        return "EyeLike";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        DType dtype = ElementTypes.of(inputs, "dtype", inputs.type(0).dtype());
        return List.of(new ValueType(dtype, inputs.shape(0, 2)));
    }
}
