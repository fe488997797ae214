package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** With axes of size 1 more, where the second input says they are to stand. */
final class Unsqueeze implements Operator {
    @Override
    public String name() {
        return "Unsqueeze";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        long[] axes = inputs.constant(1);
        int rank = inputs.shape(0).rank() + axes.length;
        Set<Integer> added = new TreeSet<>();
        for (long axis : axes) {
            added.add(Inputs.axis(Math.toIntExact(axis), rank));
        }
        if (added.size() < axes.length) {
            throw new ShapeFault("every axis once", Arrays.toString(axes));
        }
        List<Integer> sizes = new ArrayList<>(inputs.shape(0).sizes());
        added.forEach(axis -> sizes.add(axis, 1));
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        return inputs.known(0).map(x -> x.reshape(infer(inputs).get(0).shape()));
    }
}
