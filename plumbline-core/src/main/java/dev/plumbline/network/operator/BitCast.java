package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.network.ValueType;
import java.util.List;

/** The same bits read as numbers of another type of equal width, that of the attribute {@code to}. */
final class BitCast implements Operator {
    @Override
    public String name() {
        return "BitCast";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        DType from = inputs.type(0).dtype();
        DType to = ElementTypes.of(inputs, "to", from);
        if (from.bytes() != to.bytes()) {
            throw new ShapeFault("a type of " + from.bytes() + " bytes", to + " of " + to.bytes());
        }
        return List.of(new ValueType(to, inputs.shape(0)));
    }
}
