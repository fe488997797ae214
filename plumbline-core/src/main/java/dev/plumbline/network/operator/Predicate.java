package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.network.ValueType;
import java.util.List;

/** {@code IsNaN}, {@code IsInf}: whether each real number is so. */
record Predicate(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        return List.of(new ValueType(DType.BOOL, inputs.shape(0)));
    }
}
