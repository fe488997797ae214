package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;

/** How many elements there are, as one int64 number. */
final class Size implements Operator {
    @Override
    public String name() {
        return "Size";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        inputs.type(0);
        return List.of(new ValueType(DType.INT64, Shape.of()));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        int size = Sizes.product(inputs.shape(0).sizes());
        return size == Shape.UNKNOWN
                ? Optional.empty()
                : Optional.of(LongTensor.of(new long[] {BatchCount.ofSize(size)}));
    }
}
