package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Matrix product over the last two axes, the others broadcast, as NumPy's matmul; both inputs with at least 2 axes. */
final class MatMul implements Operator {
    @Override
    public String name() {
        return "MatMul";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        inputs.expect(0, DType.FLOAT32);
        inputs.expect(1, DType.FLOAT32);
        Shape a = inputs.shape(0);
        Shape b = inputs.shape(1);
        if (a.rank() < 2 || b.rank() < 2) {
            throw new ShapeFault("at least 2 axes each", a + " and " + b);
        }
        if (a.get(-1) != b.get(-2)) {
            throw new ShapeFault("as many columns on the left as rows on the right", a + " and " + b);
        }
        List<Integer> sizes = new ArrayList<>(Broadcast.of(
                        new Shape(a.sizes().subList(0, a.rank() - 2)),
                        new Shape(b.sizes().subList(0, b.rank() - 2)))
                .sizes());
        sizes.add(a.get(-2));
        sizes.add(b.get(-1));
        return List.of(ValueType.floats(new Shape(sizes)));
    }
}
