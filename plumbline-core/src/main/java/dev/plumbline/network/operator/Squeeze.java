package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Without axes of size 1: those that the optional second input names, or all. */
final class Squeeze implements Operator {
    @Override
    public String name() {
        return "Squeeze";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0);
        Set<Integer> gone = new HashSet<>();
        if (inputs.has(1)) {
            for (long axis : inputs.constant(1)) {
                gone.add(Inputs.axis(Math.toIntExact(axis), x.rank()));
            }
        }
        List<Integer> sizes = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            int size = x.get(axis);
            if (gone.contains(axis) && size != 1 && size != Shape.UNKNOWN) {
                throw new ShapeFault("size 1 on axis " + axis, x.toString());
            }
            if (inputs.has(1) ? !gone.contains(axis) : size != 1) {
                sizes.add(size);
            }
        }
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        return inputs.known(0).map(x -> x.reshape(infer(inputs).get(0).shape()));
    }
}
