package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/** {@code GlobalAveragePool} and {@code GlobalMaxPool}: every spatial axis down to 1. */
record GlobalPool(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        inputs.expect(0, DType.FLOAT32);
        Shape x = inputs.shape(0);
        if (x.rank() < 3) {
            throw new ShapeFault("at least 3 axes (batch, channels, spatial)", x.rank() + " axes: " + x);
        }
        List<Integer> sizes = new ArrayList<>(x.sizes());
        for (int axis = 2; axis < sizes.size(); axis++) {
            sizes.set(axis, 1);
        }
        return List.of(ValueType.floats(new Shape(sizes)));
    }
}
