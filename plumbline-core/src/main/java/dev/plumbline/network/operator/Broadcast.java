package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import java.util.ArrayList;
import java.util.List;

/** Shapes brought to one, as NumPy does: from the last axis, equal sizes, or 1 that repeats. */
final class Broadcast {
    private Broadcast() {}

    /** @throws ShapeFault if they do not fit */
    static Shape of(Shape left, Shape right) {
        int rank = Math.max(left.rank(), right.rank());
        List<Integer> sizes = new ArrayList<>(rank);
        for (int axis = -rank; axis < 0; axis++) {
            int a = left.rank() + axis < 0 ? 1 : left.get(axis);
            int b = right.rank() + axis < 0 ? 1 : right.get(axis);
            if (a != b && a != 1 && b != 1 && a != Shape.UNKNOWN && b != Shape.UNKNOWN) {
                throw new ShapeFault("shapes that broadcast, each axis equal or 1", left + " and " + right);
            }
            // an unknown size against a known one that is not 1 is either 1 or the same
            sizes.add(a == 1 || a == Shape.UNKNOWN && b != 1 ? b : a);
        }
        return new Shape(sizes);
    }

    /** All inputs from one on brought to one shape. */
    static Shape all(Inputs inputs) {
        Shape shape = inputs.shape(0);
        for (int i = 1; i < inputs.count(); i++) {
            shape = of(shape, inputs.shape(i));
        }
        return shape;
    }
}
