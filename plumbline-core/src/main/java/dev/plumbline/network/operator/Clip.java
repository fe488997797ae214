package dev.plumbline.network.operator;

import dev.plumbline.network.ValueType;
import java.util.List;

/** Each element brought between an optional least and an optional greatest value, both scalars. */
final class Clip implements Operator {
    @Override
    public String name() {
        return "Clip";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.NUMBERS.check(inputs, 0);
        for (int bound = 1; bound <= 2; bound++) {
            if (inputs.has(bound)) {
                inputs.expect(bound, inputs.type(0).dtype());
            }
        }
        return List.of(inputs.type(0));
    }
}
