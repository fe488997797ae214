package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * In training each value is zero with probability {@code ratio} (an attribute), and the others are scaled up so that
 * the sum stays. The second output says which values were kept.
 */
final class Dropout implements Operator {
    @Override
    public String name() {
        return "Dropout";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        return List.of(inputs.type(0), new ValueType(DType.BOOL, inputs.shape(0)));
    }
}
