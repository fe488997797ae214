package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/** {@code RoiAlign} (X, regions, which example each is of) and {@code MaxRoiPool}: one result a region. */
record RoiPool(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        Shape x = inputs.shape(0, 4);
        Shape regions = inputs.shape(1, 2);
        List<Integer> pooled = name.equals("RoiAlign")
                ? List.of(
                        inputs.attributes().integer("output_height", 1),
                        inputs.attributes().integer("output_width", 1))
                : inputs.attributes()
                        .integers("pooled_shape")
                        .orElseThrow(() -> new ShapeFault("the attribute pooled_shape", "none"));
        Shape out = Shape.of(regions.get(0), x.get(1), pooled.get(0), pooled.get(1));
        return List.of(new ValueType(inputs.type(0).dtype(), out));
    }
}
