package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Two values of one element type, broadcast against each other as NumPy does. */
record Binary(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        ValueType left = inputs.type(0);
        inputs.expect(1, left.dtype());
        return List.of(new ValueType(left.dtype(), broadcast(left.shape(), inputs.shape(1))));
    }

    static Shape broadcast(Shape left, Shape right) {
        int rank = Math.max(left.rank(), right.rank());
        List<Integer> sizes = new ArrayList<>(rank);
        for (int axis = -rank; axis < 0; axis++) {
            int a = left.rank() + axis < 0 ? 1 : left.get(axis);
            int b = right.rank() + axis < 0 ? 1 : right.get(axis);
            if (a != b && a != 1 && b != 1) {
                throw new ShapeFault("shapes that broadcast, each axis equal or 1", left + " and " + right);
            }
            sizes.add(a == 1 ? b : a);
        }
        return new Shape(sizes);
    }
}
