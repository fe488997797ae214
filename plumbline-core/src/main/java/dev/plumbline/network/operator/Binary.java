package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two values of one element type, broadcast against each other as NumPy does.
 *
 * @param name ONNX name
 * @param accepts the element types it takes
 * @param folding what it does to values known beforehand; null where nobody needs to know
 */
record Binary(String name, Accepts accepts, @Nullable Arithmetic folding) implements Operator {
    /** Of numbers. */
    Binary(String name) {
        this(name, Accepts.NUMBERS, null);
    }

    /** Of numbers, also those known beforehand. */
    Binary(String name, Arithmetic folding) {
        this(name, Accepts.NUMBERS, folding);
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        ValueType left = inputs.type(0);
        accepts.check(inputs, 0);
        inputs.expect(1, left.dtype());
        return List.of(new ValueType(left.dtype(), broadcast(left.shape(), inputs.shape(1))));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        return Folding.combine(inputs, infer(inputs).get(0), folding);
    }

    static Shape broadcast(Shape left, Shape right) {
        return Broadcast.of(left, right);
    }
}
