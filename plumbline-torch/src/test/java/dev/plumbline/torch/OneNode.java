package dev.plumbline.torch;

import dev.plumbline.data.DType;
import dev.plumbline.data.DoubleTensor;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.Node;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One node of inputs of any element type, run forward: a value may be fed when it runs or held as a constant, and its
 * first axis may stand for the batch.
 */
final class OneNode {
    private final NetworkBuilder builder = new NetworkBuilder(Operators.standard());
    private final String operator;
    private final Attributes attributes;
    private final Map<String, Tensor> fed = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Runnable> constants = new ArrayList<>();

    OneNode(String operator, Attributes attributes) {
        this.operator = operator;
        this.attributes = attributes;
    }

    OneNode(String operator) {
        this(operator, Attributes.none());
    }

    /** An input that is fed, of a type that the tensor carries. */
    OneNode fed(Tensor tensor, DType dtype) {
        return fed(tensor, new ValueType(dtype, tensor.shape()));
    }

    OneNode fed(Tensor tensor) {
        return fed(tensor, tensor.dtype());
    }

    /** An input whose first axis runs over examples. */
    OneNode batch(Tensor tensor) {
        return fed(
                tensor,
                new ValueType(tensor.dtype(), tensor.shape().withoutFirst().batched()));
    }

    private OneNode fed(Tensor tensor, ValueType type) {
        String name = "x" + names.size();
        fed.put(name, tensor);
        builder.input(name, type);
        names.add(name);
        return this;
    }

    /** An input that the network holds. */
    OneNode held(Tensor tensor, DType dtype) {
        String name = "c" + names.size();
        constants.add(() -> builder.constant(name, tensor, dtype));
        names.add("layer/" + name);
        return this;
    }

    OneNode held(long... values) {
        return held(LongTensor.of(values, values.length), DType.INT64);
    }

    OneNode without() {
        names.add("");
        return this;
    }

    /** All outputs, as their carriers. */
    List<Tensor> outputs(int count) {
        builder.layer("layer", "Layer", true);
        constants.forEach(Runnable::run);
        Node node = builder.node(operator, attributes, count, names.toArray(String[]::new));
        try (Inference inference =
                new Inference(builder.build(node.outputs().toArray(String[]::new)), TorchSettings.standard())) {
            Map<String, Tensor> results = inference.run(fed);
            return node.outputs().stream()
                    .map(output -> Objects.requireNonNull(results.get(output)))
                    .toList();
        }
    }

    Tensor output() {
        return outputs(1).get(0);
    }

    static FloatTensor floats(float... values) {
        return FloatTensor.of(values, values.length);
    }

    static LongTensor wholes(long... values) {
        return LongTensor.of(values, values.length);
    }

    static LongTensor grid(int rows, long... values) {
        return LongTensor.of(values, rows, values.length / rows);
    }

    static FloatTensor grid(int rows, float... values) {
        return FloatTensor.of(values, rows, values.length / rows);
    }

    static LongTensor scalar(long value) {
        return new LongTensor(new long[] {value}, Shape.of());
    }

    static DoubleTensor doubles(double... values) {
        return DoubleTensor.of(values, values.length);
    }
}
