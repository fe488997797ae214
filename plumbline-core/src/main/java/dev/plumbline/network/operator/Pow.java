package dev.plumbline.network.operator;

import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * The first to the power of the second, broadcast; the result is of the first's element type, whatever the second's.
 */
final class Pow implements Operator {
    @Override
    public String name() {
        return "Pow";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.NUMBERS.check(inputs, 0);
        Accepts.NUMBERS.check(inputs, 1);
        return List.of(new ValueType(inputs.type(0).dtype(), Broadcast.of(inputs.shape(0), inputs.shape(1))));
    }
}
