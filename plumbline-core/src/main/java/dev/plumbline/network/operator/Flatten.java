package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/** Two axes: those before {@code axis} in one, the others in the other. */
final class Flatten implements Operator {
    @Override
    public String name() {
        return "Flatten";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0);
        int axis = inputs.attributes().integer("axis", 1);
        int split = axis == x.rank() ? axis : Inputs.axis(axis, x.rank());
        Shape before = new Shape(x.sizes().subList(0, split));
        Shape after = new Shape(x.sizes().subList(split, x.rank()));
        int first =
                before.sizes().contains(Shape.BATCH) && before.elements() == 1 ? Shape.BATCH : (int) before.elements();
        if (first > 1 && before.sizes().contains(Shape.BATCH)) {
            throw new ShapeFault("the batch in an axis of its own", "axis " + axis + " of " + x);
        }
        return List.of(new ValueType(inputs.type(0).dtype(), Shape.of(first, (int) after.elements())));
    }
}
