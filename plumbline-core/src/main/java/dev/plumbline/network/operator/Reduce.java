package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code ReduceMean}, {@code ReduceSum}, {@code ReduceMax}: over the axes of the constant second input; all without it.
 */
record Reduce(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        inputs.expect(0, DType.FLOAT32);
        Shape x = inputs.shape(0);
        Set<Integer> reduced = new TreeSet<>();
        if (inputs.has(1)) {
            for (long axis : inputs.constant(1)) {
                reduced.add(Inputs.axis(Math.toIntExact(axis), x.rank()));
            }
        } else {
            for (int axis = 0; axis < x.rank(); axis++) {
                reduced.add(axis);
            }
        }
        boolean keep = inputs.attributes().integer("keepdims", 1) == 1;
        List<Integer> sizes = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            if (!reduced.contains(axis)) {
                sizes.add(x.get(axis));
            } else if (keep) {
                sizes.add(1);
            }
        }
        return List.of(ValueType.floats(new Shape(sizes)));
    }
}
