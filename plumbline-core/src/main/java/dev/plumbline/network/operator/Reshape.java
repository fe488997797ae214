package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Other sizes for the same elements; in the target 0 keeps an axis and -1 stands for what is left. */
final class Reshape implements Operator {
    @Override
    public String name() {
        return "Reshape";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0);
        long[] target = inputs.constant(1);
        List<Integer> sizes = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < target.length; i++) {
            if (target[i] == -1) {
                open = i;
                sizes.add(1);
            } else {
                sizes.add(target[i] == 0 ? x.get(i) : Math.toIntExact(target[i]));
            }
        }
        boolean batchKept = sizes.contains(Shape.BATCH);
        long known = new Shape(sizes).elements();
        if (open >= 0) {
            if (x.elements() % known != 0) {
                throw new ShapeFault("a multiple of " + known + " elements", x.elements() + ": " + x);
            }
            boolean batchLeft = x.sizes().contains(Shape.BATCH) && !batchKept;
            long left = x.elements() / known;
            if (batchLeft && left != 1) {
                throw new ShapeFault("the batch in an axis of its own", "it merged into axis " + open + " of " + x);
            }
            sizes.set(open, batchLeft ? Shape.BATCH : Math.toIntExact(left));
        } else if (known != x.elements()) {
            throw new ShapeFault(
                    x.elements() + " elements an example, as " + x + " has", known + ": " + new Shape(sizes));
        }
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }
}
