package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * Inputs X {@code (N, C, ...)}, scale, B, running mean, running variance, each {@code (C)}. In training the batch's own
 * statistics are used and the running ones move: {@code running = momentum * running + (1 - momentum) * batch}, with
 * the batch's variance over n values divided by n, or by n - 1 where the attribute {@code unbiased} is 1, as PyTorch
 * has it. Outputs Y, and the running statistics after the step.
 *
 * <p>ONNX's {@code training_mode} says how the file was exported; whether a run trains is the engine's to say. It
 * counts only where somebody reads the statistics that it makes.
 */
final class BatchNormalization implements Operator {
    @Override
    public String name() {
        return "BatchNormalization";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        Shape x = inputs.shape(0);
        if (x.rank() < 2) {
            throw new ShapeFault("at least 2 axes (batch, channels)", x.rank() + " axes: " + x);
        }
        for (int i = 1; i <= 4; i++) {
            Shape each = inputs.shape(i, 1);
            if (each.get(0) != x.get(1) && x.get(1) != Shape.UNKNOWN && each.get(0) != Shape.UNKNOWN) {
                throw new ShapeFault(each.get(0) + " channels, as its parameters have", x.get(1) + " channels: " + x);
            }
        }
        return List.of(inputs.type(0), inputs.type(3), inputs.type(4));
    }
}
