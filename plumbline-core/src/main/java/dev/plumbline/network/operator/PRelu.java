package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/** Each element, multiplied by a slope where it is negative; the slope broadcasts to the element's shape. */
final class PRelu implements Operator {
    @Override
    public String name() {
        return "PRelu";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.NUMBERS.check(inputs, 0);
        inputs.expect(1, inputs.type(0).dtype());
        Shape shape = inputs.shape(0);
        if (!Broadcast.of(shape, inputs.shape(1)).equals(shape)) {
            throw new ShapeFault(
                    "a slope that broadcasts to " + shape, inputs.shape(1).toString());
        }
        return List.of(inputs.type(0));
    }
}
