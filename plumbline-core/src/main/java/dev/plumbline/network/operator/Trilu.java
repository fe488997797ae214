package dev.plumbline.network.operator;

import dev.plumbline.network.ValueType;
import java.util.List;

/** A triangle of the last two axes, the rest zero: the upper, or the lower with {@code upper} = 0, from diagonal k. */
final class Trilu implements Operator {
    @Override
    public String name() {
        return "Trilu";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        if (inputs.shape(0).rank() < 2) {
            throw new ShapeFault("at least 2 axes", inputs.shape(0).toString());
        }
        return List.of(inputs.type(0));
    }
}
