package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values one after the other along {@code axis}; all other axes equal. */
final class Concat implements Operator {
    @Override
    public String name() {
        return "Concat";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape first = inputs.shape(0);
        int axis = inputs.axis("axis", 1, first.rank());
        List<Integer> sizes = new ArrayList<>(first.sizes());
        for (int i = 1; i < inputs.count(); i++) {
            inputs.expect(i, inputs.type(0).dtype());
            Shape other = inputs.shape(i, first.rank());
            for (int a = 0; a < first.rank(); a++) {
                if (a == axis) {
                    sizes.set(a, Sizes.plus(sizes.get(a), other.get(a)));
                } else {
                    sizes.set(a, same(sizes.get(a), other.get(a), axis, first, other));
                }
            }
        }
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }

    private static int same(int a, int b, int axis, Shape first, Shape other) {
        if (a != b && a != Shape.UNKNOWN && b != Shape.UNKNOWN) {
            throw new ShapeFault("equal sizes on every axis but " + axis, first + " and " + other);
        }
        return a == Shape.UNKNOWN ? b : a;
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < inputs.count(); i++) {
            inputs.known(i).ifPresent(parts::add);
        }
        return parts.size() < inputs.count()
                ? Optional.empty()
                : Optional.of(
                        joined(parts, inputs.axis("axis", 1, inputs.shape(0).rank())));
    }

    /** Tensors of one element type, one after the other. */
    static Tensor joined(List<Tensor> parts, int axis) {
        Shape first = parts.get(0).shape();
        int along = parts.stream().mapToInt(p -> p.shape().get(axis)).sum();
        int outer = (int) new Shape(first.sizes().subList(0, axis)).elements();
        Shape shape = Sizes.with(first, axis, along);
        Tensor filled = Folding.blank(parts.get(0), shape);
        int start = 0;
        for (Tensor part : parts) {
            int width = part.elements() / Math.max(1, outer);
            for (int row = 0; row < outer; row++) {
                Folding.copy(part, row * width, filled, row * (filled.elements() / outer) + start, width);
            }
            start += width;
        }
        return filled;
    }
}
