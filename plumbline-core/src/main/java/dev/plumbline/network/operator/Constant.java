package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;

/** A value that the node itself holds: {@code value}, or numbers in {@code value_float} and its kin. */
final class Constant implements Operator {
    @Override
    public String name() {
        return "Constant";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Tensor value = value(inputs.attributes());
        DType dtype = ElementTypes.of(inputs, "dtype", value.dtype());
        return List.of(new ValueType(dtype, value.shape()));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        return Optional.of(value(inputs.attributes()));
    }

    private static Tensor value(Attributes attributes) {
        Optional<Tensor> tensor = attributes.tensor("value");
        if (tensor.isPresent()) {
            return tensor.orElseThrow();
        }
        if (attributes.has("value_int")) {
            return LongTensor.of(new long[] {attributes.integer("value_int", 0)});
        }
        if (attributes.has("value_float")) {
            return FloatTensor.of(new float[] {(float) attributes.number("value_float", 0)});
        }
        if (attributes.has("value_ints")) {
            List<Integer> values = attributes.integers("value_ints").orElseThrow();
            return LongTensor.of(values.stream().mapToLong(Integer::longValue).toArray(), values.size());
        }
        List<Double> values = attributes
                .numbers("value_floats")
                .orElseThrow(() -> new ShapeFault(
                        "a value of numbers",
                        "the attributes " + attributes.values().keySet()));
        return Folding.floats(values.stream().mapToDouble(v -> v).toArray(), Shape.of(values.size()));
    }
}
