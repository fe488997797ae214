package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * One float in, one float of the same shape out: activations and functions applied to each element, and softmax along
 * an axis.
 */
record Unary(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        inputs.expect(0, DType.FLOAT32);
        if (inputs.attributes().has("axis")) {
            inputs.axis("axis", -1, inputs.shape(0).rank());
        }
        return List.of(inputs.type(0));
    }
}
