package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Places of a grid {@code (N, H, W, 2)} or {@code (N, D, H, W, 3)} moved by theta, for sizes {@code (N, C, ...)}. */
final class AffineGrid implements Operator {
    @Override
    public String name() {
        return "AffineGrid";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        int axes = inputs.shape(0, 3).get(1);
        List<Integer> sizes = new ArrayList<>(List.of(inputs.shape(0).get(0)));
        for (int axis = 0; axis < axes; axis++) {
            int place = axis + 2;
            sizes.add(inputs.whole(1)
                    .map(values -> BatchCount.toSize(values[place]))
                    .orElse(Shape.UNKNOWN));
        }
        sizes.add(axes);
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }
}
