package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * {@code STFT}: a signal {@code (N, length, 1 or 2)}, the step between frames, an optional window, an optional length
 * of frames; out {@code (N, frames, frequencies, 2)}.
 */
final class Stft implements Operator {
    @Override
    public String name() {
        return "STFT";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        Shape x = inputs.shape(0, 3);
        long step = inputs.constant(1)[0];
        int frame = inputs.has(3)
                ? Math.toIntExact(inputs.constant(3)[0])
                : inputs.has(2) ? inputs.shape(2).get(0) : x.get(1);
        boolean onesided = inputs.attributes().integer("onesided", 1) == 1;
        int frames = x.get(1) < 0 ? Shape.UNKNOWN : (int) (1 + (x.get(1) - frame) / step);
        Shape out = Shape.of(x.get(0), frames, onesided ? frame / 2 + 1 : frame, 2);
        return List.of(new ValueType(inputs.type(0).dtype(), out));
    }
}
