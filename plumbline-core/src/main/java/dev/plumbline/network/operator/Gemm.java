package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/** {@code alpha * A B + beta * C} for matrices; {@code transB} = 1 reads B as (outputs, inputs). */
final class Gemm implements Operator {
    @Override
    public String name() {
        return "Gemm";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        inputs.expect(0, DType.FLOAT32);
        Shape a = inputs.shape(0);
        if (a.rank() != 2) {
            throw new ShapeFault(
                    "2 axes (batch, features)", a.rank() + " axes: " + a + "; a flatten is missing before it");
        }
        Shape b = inputs.shape(1, 2);
        boolean transA = inputs.attributes().integer("transA", 0) == 1;
        boolean transB = inputs.attributes().integer("transB", 0) == 1;
        int rows = a.get(transA ? 1 : 0);
        int summed = a.get(transA ? 0 : 1);
        int weights = b.get(transB ? 1 : 0);
        if (summed != weights) {
            throw new ShapeFault(weights + " features, as its weight " + b + " has", summed + " features: " + a);
        }
        return List.of(ValueType.floats(Shape.of(rows, b.get(transB ? 0 : 1))));
    }
}
