package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@code MaxPool} picked, back at its place, zeros elsewhere: X, the pool's Indices, optional sizes of the
 * output, which then has more zeros behind.
 */
final class MaxUnpool implements Operator {
    @Override
    public String name() {
        return "MaxUnpool";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0);
        List<Integer> sizes = new ArrayList<>();
        if (inputs.has(2)) {
            for (long size : inputs.constant(2)) {
                sizes.add(BatchCount.toSize(size));
            }
        } else {
            sizes.addAll(List.of(x.get(0), x.get(1)));
            sizes.addAll(TransposedWindow.over(x, Pool.kernel(inputs), inputs.attributes())
                    .out());
        }
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }
}
