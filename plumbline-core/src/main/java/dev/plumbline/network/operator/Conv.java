package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * Convolution: X {@code (N, C, spatial ...)}, W {@code (filters, C / group, kernel ...)}, optional B {@code (filters)}.
 */
final class Conv implements Operator {
    @Override
    public String name() {
        return "Conv";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        inputs.expect(0, DType.FLOAT32);
        Shape x = inputs.shape(0);
        Shape w = inputs.shape(1);
        if (x.rank() != w.rank()) {
            throw new ShapeFault(
                    w.rank() + " axes (batch, channels, " + (w.rank() - 2) + " spatial)", x.rank() + " axes: " + x);
        }
        int channels = w.get(1) * inputs.attributes().integer("group", 1);
        if (x.get(1) != channels) {
            throw new ShapeFault(channels + " channels, as its weight " + w + " has", x.get(1) + " channels: " + x);
        }
        List<Integer> sizes = new ArrayList<>(List.of(x.get(0), w.get(0)));
        sizes.addAll(new Window(w.sizes().subList(2, w.rank()), inputs.attributes()).slide(x));
        return List.of(ValueType.floats(new Shape(sizes)));
    }
}
