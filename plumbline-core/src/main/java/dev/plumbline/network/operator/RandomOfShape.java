package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/** {@code RandomNormal}, {@code RandomUniform}: random numbers in the sizes of the attribute {@code shape}. */
record RandomOfShape(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        DType dtype = ElementTypes.of(inputs, "dtype", DType.FLOAT32);
        List<Integer> sizes =
                inputs.attributes().integers("shape").orElseThrow(() -> new ShapeFault("the attribute shape", "none"));
        return List.of(new ValueType(dtype, new Shape(sizes)));
    }
}
