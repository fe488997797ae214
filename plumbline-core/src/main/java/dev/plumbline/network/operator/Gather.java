package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Slices of the first input along {@code axis}, picked by the second: with a weight, an embedding. */
final class Gather implements Operator {
    @Override
    public String name() {
        return "Gather";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.INTEGERS.check(inputs, 1);
        Shape data = inputs.shape(0);
        int axis = inputs.axis("axis", 0, data.rank());
        List<Integer> sizes = new ArrayList<>(data.sizes().subList(0, axis));
        sizes.addAll(inputs.shape(1).sizes());
        sizes.addAll(data.sizes().subList(axis + 1, data.rank()));
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        Tensor data = inputs.known(0).orElse(null);
        long[] indices = inputs.whole(1).orElse(null);
        if (data == null || indices == null) {
            return Optional.empty();
        }
        Shape shape = data.shape();
        int axis = inputs.axis("axis", 0, shape.rank());
        int along = shape.get(axis);
        int inner = (int) new Shape(shape.sizes().subList(axis + 1, shape.rank())).elements();
        for (long index : indices) {
            if (index < -along || index >= along) {
                throw new ShapeFault("positions from " + -along + " to " + (along - 1), "position " + index);
            }
        }
        return Optional.of(Folding.pick(data, infer(inputs).get(0).shape(), position -> {
            int column = position % inner;
            int index = (int) indices[position / inner % indices.length];
            int row = position / inner / indices.length;
            return (row * along + (index < 0 ? index + along : index)) * inner + column;
        }));
    }
}
