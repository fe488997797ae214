package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The one number of the attribute {@code value}, a float32 zero without it, in the sizes that the input holds. */
final class ConstantOfShape implements Operator {
    @Override
    public String name() {
        return "ConstantOfShape";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        DType dtype = ElementTypes.of(
                inputs,
                "dtype",
                inputs.attributes().tensor("value").map(Tensor::dtype).orElse(DType.FLOAT32));
        Shape shape = inputs.whole(0)
                .map(sizes -> new Shape(
                        LongStream.of(sizes).mapToObj(BatchCount::toSize).toList()))
                .orElseGet(() -> Sizes.unknown(inputs.shape(0, 1).get(0)));
        return List.of(new ValueType(dtype, shape));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        Tensor value = inputs.attributes().tensor("value").orElse(FloatTensor.of(new float[1], 1));
        return Optional.of(Folding.pick(value, infer(inputs).get(0).shape(), i -> 0));
    }
}
