package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * Convolution of images whose window's places are moved by offsets {@code (N, offset_group kernel 2, out ...)}: X, W,
 * offsets, optional B and mask {@code (N, offset_group kernel, out ...)}.
 */
final class DeformConv implements Operator {
    @Override
    public String name() {
        return "DeformConv";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        Shape x = inputs.shape(0, 4);
        Shape w = inputs.shape(1, 4);
        int groups = inputs.attributes().integer("group", 1);
        if (x.get(1) != w.get(1) * groups) {
            throw new ShapeFault(w.get(1) * groups + " channels, as its weight " + w + " has", x.toString());
        }
        List<Integer> spatial =
                Window.over(x, w.sizes().subList(2, 4), inputs.attributes()).out();
        Shape offsets = inputs.shape(2, 4);
        int wanted = 2 * inputs.attributes().integer("offset_group", 1) * w.get(2) * w.get(3);
        if (offsets.get(1) != wanted) {
            throw new ShapeFault(wanted + " offsets for each place", offsets.toString());
        }
        return List.of(
                new ValueType(inputs.type(0).dtype(), Shape.of(x.get(0), w.get(0), spatial.get(0), spatial.get(1))));
    }
}
