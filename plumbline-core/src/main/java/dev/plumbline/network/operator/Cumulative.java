package dev.plumbline.network.operator;

import dev.plumbline.network.ValueType;
import java.util.List;

/** {@code CumSum}, {@code CumProd}: of all up to each position along the axis that the second input names. */
record Cumulative(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.NUMBERS.check(inputs, 0);
        inputs.whole(1)
                .ifPresent(axis ->
                        Inputs.axis(Math.toIntExact(axis[0]), inputs.shape(0).rank()));
        return List.of(inputs.type(0));
    }
}
