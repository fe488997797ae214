package dev.plumbline.network.operator;

import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * Its first input as it is; on the way the third, a state after this batch, is left in the second, a parameter of role
 * {@code STATE}, for {@link Carried} to find at the next one. No gradient flows from batch to batch. ONNX has no such
 * operator.
 */
final class Carry implements Operator {
    @Override
    public String name() {
        return "plumbline.Carry";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        List<Integer> held = inputs.shape(1).sizes();
        List<Integer> next = inputs.shape(2).sizes();
        if (held.size() != next.size() || !held.subList(1, held.size()).equals(next.subList(1, next.size()))) {
            throw new ShapeFault("a state of shape " + inputs.shape(1), "one of shape " + inputs.shape(2));
        }
        return List.of(inputs.type(0));
    }
}
