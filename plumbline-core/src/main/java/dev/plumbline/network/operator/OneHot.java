package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/** For each index a vector of the off value with the on value in its place; inputs indices, depth, (off, on). */
final class OneHot implements Operator {
    @Override
    public String name() {
        return "OneHot";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape indices = inputs.shape(0);
        int axis = inputs.axis("axis", -1, indices.rank() + 1);
        int depth = inputs.known(1).map(d -> (int) d.get(0)).orElse(Shape.UNKNOWN);
        List<Integer> sizes = new ArrayList<>(indices.sizes());
        sizes.add(axis, depth);
        return List.of(new ValueType(inputs.type(2).dtype(), new Shape(sizes)));
    }
}
