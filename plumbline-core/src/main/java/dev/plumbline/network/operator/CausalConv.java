package dev.plumbline.network.operator;

import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * {@code CausalConvWithState}: each channel of X {@code (N, C, steps)} by its own kernel {@code (C, 1, k)} over the
 * steps before, of which the optional fourth input gives the last k - 1. The second output is these for the next call.
 */
final class CausalConv implements Operator {
    @Override
    public String name() {
        return "CausalConvWithState";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        int kernel = inputs.shape(1, 3).get(2);
        Sizes.same(inputs.shape(0, 3).get(1), inputs.shape(1).get(0), inputs.shape(0), inputs.shape(1));
        return List.of(
                inputs.type(0),
                new ValueType(inputs.type(0).dtype(), Sizes.with(inputs.shape(0), 2, Math.max(0, kernel - 1))));
    }
}
