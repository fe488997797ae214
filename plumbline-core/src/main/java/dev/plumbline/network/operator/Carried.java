package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * What the batch before left behind for this one: the state {@code (batch, ...)} that {@link Carry} wrote, of which a
 * smaller batch takes the first rows. ONNX has no such operator. The second input says how many examples there are.
 */
final class Carried implements Operator {
    @Override
    public String name() {
        return "plumbline.Carried";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape state = inputs.shape(0);
        int examples = inputs.shape(1).get(0);
        if (examples > state.get(0)) {
            throw new ShapeFault(
                    "at most " + state.get(0) + " examples a batch, as the states are made for",
                    examples + " examples");
        }
        List<Integer> sizes = new java.util.ArrayList<>(state.sizes());
        sizes.set(0, examples);
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }
}
