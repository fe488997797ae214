package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/** {@code HannWindow}, {@code HammingWindow}, {@code BlackmanWindow}: of the size that the input says. */
record Taper(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        int size = inputs.whole(0).map(values -> (int) values[0]).orElse(Shape.UNKNOWN);
        DType dtype = ElementTypes.of(inputs, "output_datatype", DType.FLOAT32);
        return List.of(new ValueType(dtype, Shape.of(size)));
    }
}
