package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/** {@code MaxPool} and {@code AveragePool}: each channel by itself. */
record Pool(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        inputs.expect(0, DType.FLOAT32);
        Shape x = inputs.shape(0);
        List<Integer> kernel = inputs.attributes()
                .integers("kernel_shape")
                .orElseThrow(() -> new ShapeFault("the attribute kernel_shape", "none"));
        List<Integer> spatial = new Window(kernel, inputs.attributes()).slide(x);
        List<Integer> sizes = new ArrayList<>(List.of(x.get(0), x.get(1)));
        sizes.addAll(spatial);
        return List.of(ValueType.floats(new Shape(sizes)));
    }
}
