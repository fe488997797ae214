package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * Boxes {@code (N, boxes, 4)} that no box of a higher score of the same class overlaps too much, from scores {@code (N,
 * classes, boxes)}; gives (image, class, box) of each. As many boxes as this takes time that grows with their square.
 */
final class NonMaxSuppression implements Operator {
    private static final int MOST = 2000;

    @Override
    public String name() {
        return "NonMaxSuppression";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        Shape boxes = inputs.shape(0, 3);
        inputs.shape(1, 3);
        if (boxes.get(1) < 0 || boxes.get(1) > MOST) {
            throw new ShapeFault("a number of boxes that is known beforehand, at most " + MOST, boxes.toString());
        }
        return List.of(new ValueType(DType.INT64, Shape.of(Shape.UNKNOWN, 3)));
    }
}
