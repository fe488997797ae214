package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Set;

/** {@code ArgMax}, {@code ArgMin}: where along {@code axis} the greatest or least value is. */
record ArgReduce(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.NUMBERS.check(inputs, 0);
        Shape x = inputs.shape(0);
        int axis = inputs.axis("axis", 0, x.rank());
        boolean keep = inputs.attributes().integer("keepdims", 1) == 1;
        return List.of(new ValueType(DType.INT64, Reduce.reduced(x, Set.of(axis), keep)));
    }
}
