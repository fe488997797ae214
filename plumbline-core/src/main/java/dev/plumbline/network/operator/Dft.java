package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * {@code DFT}: a signal whose last axis holds the real part, or the real and the imaginary one; optional length,
 * optional axis (the last but one without).
 */
final class Dft implements Operator {
    @Override
    public String name() {
        return "DFT";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        Shape x = inputs.shape(0);
        int axis = Inputs.axis(inputs.has(2) ? Math.toIntExact(inputs.constant(2)[0]) : -2, x.rank());
        boolean inverse = inputs.attributes().integer("inverse", 0) == 1;
        boolean onesided = inputs.attributes().integer("onesided", 0) == 1;
        int parts = x.get(-1);
        if (parts != 1 && parts != 2 || axis == x.rank() - 1) {
            throw new ShapeFault("1 or 2 along the last axis, and another axis to transform", x + ", axis " + axis);
        }
        int length = inputs.has(1)
                ? inputs.whole(1).map(values -> (int) values[0]).orElse(Shape.UNKNOWN)
                : x.get(axis) < 0 ? Shape.UNKNOWN : inverse && onesided ? 2 * (x.get(axis) - 1) : x.get(axis);
        int out = onesided && !inverse && length >= 0 ? length / 2 + 1 : length;
        Shape shape = Sizes.with(Sizes.with(x, axis, out), x.rank() - 1, inverse && onesided ? 1 : 2);
        return List.of(new ValueType(inputs.type(0).dtype(), shape));
    }
}
