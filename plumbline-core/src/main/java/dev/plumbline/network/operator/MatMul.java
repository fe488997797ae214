package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * Matrix product over the last two axes, the others broadcast, as NumPy's matmul: an input of one axis is a row on the
 * left, a column on the right, and its axis goes away. {@code MatMulInteger} of bytes gives int32.
 */
record MatMul(String name, boolean whole) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        (whole ? Accepts.INTEGERS : Accepts.NUMBERS).check(inputs, 0);
        Shape left = inputs.shape(0);
        Shape right = inputs.shape(1);
        if (left.rank() < 1 || right.rank() < 1) {
            throw new ShapeFault("at least 1 axis each", left + " and " + right);
        }
        Shape a = left.rank() == 1 ? left.prepend(1) : left;
        Shape b = right.rank() == 1 ? Shape.of(right.get(0), 1) : right;
        if (a.get(-1) != b.get(-2) && a.get(-1) != Shape.UNKNOWN && b.get(-2) != Shape.UNKNOWN) {
            throw new ShapeFault("as many columns on the left as rows on the right", left + " and " + right);
        }
        List<Integer> sizes = new ArrayList<>(Broadcast.of(
                        new Shape(a.sizes().subList(0, a.rank() - 2)),
                        new Shape(b.sizes().subList(0, b.rank() - 2)))
                .sizes());
        if (left.rank() > 1) {
            sizes.add(a.get(-2));
        }
        if (right.rank() > 1) {
            sizes.add(b.get(-1));
        }
        return List.of(new ValueType(whole ? DType.INT32 : inputs.type(0).dtype(), new Shape(sizes)));
    }
}
