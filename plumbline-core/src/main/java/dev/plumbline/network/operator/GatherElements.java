package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/** For each index, the element of the data at that position of {@code axis} and the index's own of all others. */
final class GatherElements implements Operator {
    @Override
    public String name() {
        return "GatherElements";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.INTEGERS.check(inputs, 1);
        Shape indices = inputs.shape(1, inputs.shape(0).rank());
        inputs.axis("axis", 0, indices.rank());
        return List.of(new ValueType(inputs.type(0).dtype(), indices));
    }
}
