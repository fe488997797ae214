package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Conv}: X {@code (N, C, spatial ...)}, W {@code (filters, C / group, kernel ...)}, optional B
 * {@code (filters)}; {@code ConvTranspose}: W {@code (C, filters / group, kernel ...)}.
 */
record Conv(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        Shape x = inputs.shape(0);
        Shape w = inputs.shape(1);
        if (x.rank() != w.rank() || x.rank() < 3) {
            throw new ShapeFault(
                    w.rank() + " axes (batch, channels, " + (w.rank() - 2) + " spatial)", x.rank() + " axes: " + x);
        }
        boolean transposed = name.equals("ConvTranspose");
        int group = inputs.attributes().integer("group", 1);
        int channels = transposed ? w.get(0) : w.get(1) * group;
        if (x.get(1) != channels && x.get(1) != Shape.UNKNOWN) {
            throw new ShapeFault(channels + " channels, as its weight " + w + " has", x.get(1) + " channels: " + x);
        }
        List<Integer> kernel = w.sizes().subList(2, w.rank());
        List<Integer> sizes = new ArrayList<>(List.of(x.get(0), transposed ? w.get(1) * group : w.get(0)));
        sizes.addAll(
                transposed
                        ? TransposedWindow.over(x, kernel, inputs.attributes()).out()
                        : Window.over(x, kernel, inputs.attributes()).out());
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }
}
