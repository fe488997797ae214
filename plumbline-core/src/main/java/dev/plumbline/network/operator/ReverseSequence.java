package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/** Each example's first so many steps in reverse; inputs data, lengths; {@code batch_axis}, {@code time_axis}. */
final class ReverseSequence implements Operator {
    @Override
    public String name() {
        return "ReverseSequence";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.INTEGERS.check(inputs, 1);
        Shape x = inputs.shape(0);
        int batch = inputs.axis("batch_axis", 1, x.rank());
        inputs.axis("time_axis", 0, x.rank());
        Sizes.same(x.get(batch), inputs.shape(1, 1).get(0), x, inputs.shape(1));
        return List.of(inputs.type(0));
    }
}
