package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code Max}, {@code Min}, {@code Sum}, {@code Mean}: any number of values of one element type, broadcast. */
record Variadic(String name, Accepts accepts, @Nullable Arithmetic folding) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        accepts.check(inputs, 0);
        for (int i = 1; i < inputs.count(); i++) {
            inputs.expect(i, inputs.type(0).dtype());
        }
        return List.of(new ValueType(inputs.type(0).dtype(), Broadcast.all(inputs)));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        Arithmetic arithmetic = folding;
        Optional<Tensor> folded = inputs.known(0);
        if (arithmetic == null || inputs.count() == 1) {
            return arithmetic == null ? Optional.empty() : folded;
        }
        DType dtype = inputs.type(0).dtype();
        for (int i = 1; i < inputs.count() && folded.isPresent(); i++) {
            Tensor left = folded.orElseThrow();
            folded = inputs.known(i)
                    .flatMap(right -> Folding.combine(
                            left, right, new ValueType(dtype, Broadcast.of(left.shape(), right.shape())), arithmetic));
        }
        return folded;
    }
}
