package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code LayerNormalization} and {@code RMSNormalization}: over the axes from {@code axis} on, then scaled by inputs
 * that broadcast to X. The former also gives mean and inverse deviation, of size 1 along those axes, in the element
 * type that {@code stash_type} numbers (1 float32, 11 float64, 10 float16, 16 bfloat16).
 */
record TrailingNorm(String name, boolean gives) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        Shape x = inputs.shape(0);
        int axis = inputs.axis("axis", -1, x.rank());
        for (int i = 1; i < inputs.count(); i++) {
            if (inputs.has(i) && !fits(inputs.shape(i), x)) {
                throw new ShapeFault(
                        "a scale and bias that broadcast to " + x,
                        inputs.shape(i).toString());
            }
        }
        if (!gives) {
            return List.of(inputs.type(0));
        }
        List<Integer> sizes = new ArrayList<>(x.sizes());
        for (int i = axis; i < sizes.size(); i++) {
            sizes.set(i, 1);
        }
        ValueType statistic = new ValueType(ElementTypes.of(inputs, "stash_type", DType.FLOAT32), new Shape(sizes));
        return List.of(inputs.type(0), statistic, statistic);
    }

    private static boolean fits(Shape scale, Shape x) {
        return scale.rank() <= x.rank() && Broadcast.of(x, scale).equals(x);
    }
}
