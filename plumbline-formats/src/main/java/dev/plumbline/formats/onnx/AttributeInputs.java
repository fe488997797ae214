package dev.plumbline.formats.onnx;

import dev.plumbline.data.DType;
import dev.plumbline.data.DoubleTensor;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Attributes that became inputs. */
final class AttributeInputs {
    private AttributeInputs() {}

    /** Whole numbers: {@code axes}, {@code pads}. */
    static OldForm wholes(String attribute, int index) {
        return (node, assembly) -> {
            Object value = node.attributes().values().get(attribute);
            if (value == null || has(node, index)) {
                return node;
            }
            long[] values = value instanceof Long one
                    ? new long[] {one}
                    : ((List<?>) value).stream().mapToLong(v -> (Long) v).toArray();
            return moved(node, attribute, index, assembly.constant(node.name() + "/" + attribute, values));
        };
    }

    /** One real number of the first input's element type: {@code min}, {@code max}, {@code value}. */
    static OldForm real(String attribute, int index) {
        return (node, assembly) -> {
            if (!node.attributes().has(attribute) || has(node, index)) {
                return node;
            }
            DType dtype = assembly.type(node.inputs().get(0)).dtype();
            double value = node.attributes().number(attribute, 0);
            String constant =
                    assembly.tensor(node.name() + "/" + attribute, new TensorReader.Typed(dtype, scalar(dtype, value)));
            return moved(node, attribute, index, constant);
        };
    }

    private static Tensor scalar(DType dtype, double value) {
        if (dtype == DType.FLOAT64) {
            return new DoubleTensor(new double[] {value}, Shape.of());
        }
        return dtype.isFloat()
                ? new FloatTensor(new float[] {(float) value}, Shape.of())
                : new LongTensor(new long[] {(long) value}, Shape.of());
    }

    /** Real numbers: {@code scales}. */
    static OldForm reals(String attribute, int index) {
        return (node, assembly) -> {
            List<Double> values = node.attributes().numbers(attribute).orElse(null);
            if (values == null || has(node, index)) {
                return node;
            }
            float[] floats = new float[values.size()];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = values.get(i).floatValue();
            }
            String constant = assembly.tensor(
                    node.name() + "/" + attribute,
                    new TensorReader.Typed(DType.FLOAT32, FloatTensor.of(floats, floats.length)));
            return moved(node, attribute, index, constant);
        };
    }

    /** {@code starts}, {@code ends} and {@code axes} of a Slice. */
    static OldForm slice() {
        return (node, assembly) -> {
            if (node.inputs().size() > 1) {
                return node;
            }
            int count = node.attributes().values().get("starts") instanceof List<?> list ? list.size() : 0;
            Node current = node.attributes().has("axes")
                    ? node
                    : with(
                            node,
                            node.attributes()
                                    .with(
                                            "axes",
                                            IntStream.range(0, count).boxed().toList()));
            int index = 1;
            for (String attribute : List.of("starts", "ends", "axes")) {
                current = Objects.requireNonNull(wholes(attribute, index++).later(current, assembly));
            }
            return current;
        };
    }

    /** A DFT's axis, 1 by default then and the last but one now. */
    static OldForm dftAxis() {
        return (node, assembly) -> {
            long axis = node.attributes().integer("axis", 1);
            return moved(node, "axis", 2, assembly.scalar(node.name() + "/axis", DType.INT64, axis));
        };
    }

    /** Another name for an attribute. */
    static OldForm renamed(String attribute, String today) {
        return (node, assembly) -> {
            Object value = node.attributes().values().get(attribute);
            return value == null
                    ? node
                    : with(node, node.attributes().without(attribute).withAny(today, value));
        };
    }

    static boolean has(Node node, int index) {
        return index < node.inputs().size() && !node.inputs().get(index).isEmpty();
    }

    private static Node moved(Node node, String attribute, int index, String value) {
        List<String> inputs = new ArrayList<>(node.inputs());
        while (inputs.size() <= index) {
            inputs.add("");
        }
        inputs.set(index, value);
        return with(node.withInputs(inputs), node.attributes().without(attribute));
    }

    static Node with(Node node, Attributes attributes) {
        return new Node(node.name(), node.operator(), node.inputs(), node.outputs(), attributes, node.layer());
    }

    /** The node with another operator. */
    static Node as(String operator, Node node) {
        return new Node(node.name(), operator, node.inputs(), node.outputs(), node.attributes(), node.layer());
    }
}
