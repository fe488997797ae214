package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Values one after the other along {@code axis}; all other axes equal. */
final class Concat implements Operator {
    @Override
    public String name() {
        return "Concat";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape first = inputs.shape(0);
        int axis = inputs.axis("axis", 1, first.rank());
        List<Integer> sizes = new ArrayList<>(first.sizes());
        for (int i = 1; i < inputs.types().size(); i++) {
            inputs.expect(i, inputs.type(0).dtype());
            Shape other = inputs.shape(i, first.rank());
            for (int a = 0; a < first.rank(); a++) {
                if (a != axis && other.get(a) != first.get(a)) {
                    throw new ShapeFault("equal sizes on every axis but " + axis, first + " and " + other);
                }
            }
            sizes.set(axis, sizes.get(axis) + other.get(axis));
        }
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }
}
