package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/** The determinants of the square matrices that the last two axes hold. */
final class Det implements Operator {
    @Override
    public String name() {
        return "Det";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        Shape x = inputs.shape(0);
        if (x.rank() < 2 || x.get(-1) != x.get(-2)) {
            throw new ShapeFault("square matrices", x.toString());
        }
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(x.sizes().subList(0, x.rank() - 2))));
    }
}
