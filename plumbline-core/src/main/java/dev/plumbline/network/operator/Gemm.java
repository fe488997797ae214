package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * {@code alpha * A B + beta * C} for matrices, C broadcast; {@code transA}, {@code transB} = 1 read A as (summed, rows)
 * and B as (outputs, inputs).
 */
final class Gemm implements Operator {
    @Override
    public String name() {
        return "Gemm";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.NUMBERS.check(inputs, 0);
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
        if (summed != weights && summed != Shape.UNKNOWN && weights != Shape.UNKNOWN) {
            throw new ShapeFault(weights + " features, as its weight " + b + " has", summed + " features: " + a);
        }
        Shape out = Shape.of(rows, b.get(transB ? 0 : 1));
        if (inputs.has(2) && !Broadcast.of(out, inputs.shape(2)).equals(out) && out.isKnown()) {
            throw new ShapeFault("a third input that broadcasts to " + out, String.valueOf(inputs.shape(2)));
        }
        return List.of(new ValueType(inputs.type(0).dtype(), out));
    }
}
