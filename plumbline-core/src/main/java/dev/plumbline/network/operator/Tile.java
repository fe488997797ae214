package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Repeated along each axis as often as the second input says. */
final class Tile implements Operator {
    @Override
    public String name() {
        return "Tile";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0);
        DType dtype = inputs.type(0).dtype();
        Optional<long[]> repeats = inputs.whole(1);
        if (repeats.isEmpty()) {
            return List.of(new ValueType(dtype, Sizes.unknown(x.rank())));
        }
        long[] times = repeats.orElseThrow();
        if (times.length != x.rank()) {
            throw new ShapeFault(x.rank() + " repeats, one an axis", String.valueOf(times.length));
        }
        List<Integer> sizes = new ArrayList<>();
        for (int axis = 0; axis < times.length; axis++) {
            sizes.add(Sizes.times(x.get(axis), BatchCount.toSize(times[axis])));
        }
        return List.of(new ValueType(dtype, new Shape(sizes)));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        Tensor x = inputs.known(0).orElse(null);
        if (x == null) {
            return Optional.empty();
        }
        Shape shape = infer(inputs).get(0).shape();
        View from = View.of(x.shape());
        return Optional.of(Folding.pick(x, shape, position -> {
            int left = position;
            int place = 0;
            for (int axis = shape.rank() - 1; axis >= 0; axis--) {
                place += left
                        % shape.get(axis)
                        % x.shape().get(axis)
                        * from.strides().get(axis);
                left /= shape.get(axis);
            }
            return place;
        }));
    }
}
