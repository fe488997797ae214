package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Rows of the first input along {@code axis}, picked by the int64 second: with a weight, an embedding. */
final class Gather implements Operator {
    @Override
    public String name() {
        return "Gather";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        inputs.expect(1, DType.INT64);
        Shape data = inputs.shape(0);
        int axis = inputs.axis("axis", 0, data.rank());
        List<Integer> sizes = new ArrayList<>(data.sizes().subList(0, axis));
        sizes.addAll(inputs.shape(1).sizes());
        sizes.addAll(data.sizes().subList(axis + 1, data.rank()));
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }
}
