package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Other sizes for the same elements; in the target -1 stands for what is left, and 0 keeps an axis unless
 * {@code allowzero} = 1.
 */
final class Reshape implements Operator {
    @Override
    public String name() {
        return "Reshape";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        ValueType x = inputs.type(0);
        long[] target = inputs.whole(1).orElse(null);
        if (target != null) {
            boolean zeroKeeps = inputs.attributes().integer("allowzero", 0) == 0;
            return List.of(new ValueType(x.dtype(), target(x.shape(), target, zeroKeeps)));
        }
        if (inputs.shape(1, 1).get(0) < 0) {
            throw new ShapeFault(
                    "a number of axes that is known beforehand", inputs.type(1).toString());
        }
        return List.of(new ValueType(x.dtype(), Sizes.unknown(inputs.shape(1).get(0))));
    }

    private static Shape target(Shape x, long[] target, boolean zeroKeeps) {
        List<Integer> sizes = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < target.length; i++) {
            boolean isOpen = target[i] == -1;
            open = isOpen ? i : open;
            if (target[i] == 0 && zeroKeeps && i >= x.rank()) {
                throw new ShapeFault("at least " + (i + 1) + " axes, since the target's 0 keeps one", x.toString());
            }
            sizes.add(isOpen ? 1 : target[i] == 0 && zeroKeeps ? x.get(i) : BatchCount.toSize(target[i]));
        }
        Shape known = new Shape(sizes);
        if (!x.isKnown() || !known.isKnown()) {
            return open < 0 ? known : Sizes.with(known, open, Shape.UNKNOWN);
        }
        if (open >= 0) {
            return Sizes.with(known, open, left(x, known, open));
        }
        if (known.elements() != x.elements() || known.batchedAxes() != x.batchedAxes()) {
            throw new ShapeFault(
                    x.elements() + " elements an example, as " + x + " has", known.elements() + ": " + known);
        }
        return known;
    }

    /** The size that makes up for the others. */
    private static int left(Shape x, Shape known, int open) {
        long batches = x.batchedAxes() - known.batchedAxes();
        if (known.elements() == 0 || x.elements() % known.elements() != 0) {
            throw new ShapeFault("a multiple of " + known.elements() + " elements", x.elements() + ": " + x);
        }
        if (batches < 0) {
            throw new ShapeFault("an axis for the batch in " + x, "none, but one in the target " + known);
        }
        int size = Math.toIntExact(x.elements() / known.elements());
        return batches == 0 || size == 0 ? size : batches == 1 ? -size : Shape.UNKNOWN;
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        return inputs.known(0).map(x -> x.reshape(infer(inputs).get(0).shape()));
    }
}
