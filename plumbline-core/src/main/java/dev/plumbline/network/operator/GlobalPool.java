package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/** {@code GlobalAveragePool}, {@code GlobalMaxPool}, {@code GlobalLpPool}: every spatial axis down to 1. */
record GlobalPool(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        Shape x = inputs.shape(0);
        if (x.rank() < 3) {
            throw new ShapeFault("at least 3 axes (batch, channels, spatial)", x.rank() + " axes: " + x);
        }
        List<Integer> sizes = new ArrayList<>(x.sizes());
        for (int axis = 2; axis < sizes.size(); axis++) {
            sizes.set(axis, 1);
        }
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }
}
