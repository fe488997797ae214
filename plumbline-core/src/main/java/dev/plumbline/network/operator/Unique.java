package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * The different values, or slices along {@code axis}; where each is first; which each element is; how often each comes.
 */
final class Unique implements Operator {
    @Override
    public String name() {
        return "Unique";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        ValueType x = inputs.type(0);
        boolean along = inputs.attributes().has("axis");
        int axis = along ? inputs.axis("axis", 0, x.shape().rank()) : 0;
        Shape found = along ? Sizes.with(x.shape(), axis, Shape.UNKNOWN) : Shape.of(Shape.UNKNOWN);
        int all = along ? x.shape().get(axis) : Sizes.product(x.shape().sizes());
        ValueType counts = new ValueType(DType.INT64, Shape.of(Shape.UNKNOWN));
        return List.of(new ValueType(x.dtype(), found), counts, new ValueType(DType.INT64, Shape.of(all)), counts);
    }
}
