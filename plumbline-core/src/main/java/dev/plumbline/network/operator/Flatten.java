package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;

/** Two axes: those before {@code axis} in one, the others in the other. */
final class Flatten implements Operator {
    @Override
    public String name() {
        return "Flatten";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0);
        int axis = inputs.attributes().integer("axis", 1);
        int split = axis == x.rank() ? axis : Inputs.axis(axis, x.rank());
        int before = Sizes.product(x.sizes().subList(0, split));
        int after = Sizes.product(x.sizes().subList(split, x.rank()));
        return List.of(new ValueType(inputs.type(0).dtype(), Shape.of(before, after)));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        return inputs.known(0).map(x -> x.reshape(infer(inputs).get(0).shape()));
    }
}
