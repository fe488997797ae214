package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;

/** Two values of one element type, broadcast, to truths. A comparison with NaN is false. */
record Comparison(String name, Arithmetic folding) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        inputs.expect(1, inputs.type(0).dtype());
        return List.of(new ValueType(DType.BOOL, Broadcast.of(inputs.shape(0), inputs.shape(1))));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        return Folding.combine(inputs, infer(inputs).get(0), folding);
    }
}
