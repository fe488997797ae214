package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * Inputs X {@code (N, C, ...)}, scale, B, running mean, running variance, each {@code (C)}. In training the batch's own
 * statistics are used and the running ones move: {@code running = momentum * running + (1 - momentum) * batch}.
 */
final class BatchNormalization implements Operator {
    @Override
    public String name() {
        return "BatchNormalization";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        inputs.expect(0, DType.FLOAT32);
        Shape x = inputs.shape(0);
        if (x.rank() < 2) {
            throw new ShapeFault("at least 2 axes (batch, channels)", x.rank() + " axes: " + x);
        }
        for (int i = 1; i <= 4; i++) {
            Shape each = inputs.shape(i, 1);
            if (each.get(0) != x.get(1)) {
                throw new ShapeFault(each.get(0) + " channels, as its parameters have", x.get(1) + " channels: " + x);
            }
        }
        return List.of(inputs.type(0));
    }
}
