package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/** The greatest (least with {@code largest} = 0) K values along {@code axis}, and where they are. */
final class TopK implements Operator {
    @Override
    public String name() {
        return "TopK";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.NUMBERS.check(inputs, 0);
        Shape x = inputs.shape(0);
        int axis = inputs.axis("axis", -1, x.rank());
        int count = inputs.whole(1).map(k -> BatchCount.toSize(k[0])).orElse(Shape.UNKNOWN);
        if (count > x.get(axis) && x.get(axis) >= 0) {
            throw new ShapeFault("at least " + count + " values along axis " + axis, x.toString());
        }
        Shape shape = Sizes.with(x, axis, count);
        return List.of(new ValueType(inputs.type(0).dtype(), shape), new ValueType(DType.INT64, shape));
    }
}
