package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Node;
import dev.plumbline.network.OnnxType;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Nodes as ONNX says them, where Plumbline says them otherwise: a dropout's ratio, a recurrent layer's axes. */
final class WrittenNodes {
    private static final Set<String> RECURRENT = Set.of("LSTM", "GRU", "RNN");
    private static final List<Integer> STEPS_FIRST = List.of(1, 0, 2);
    private static final List<Integer> BATCH_FIRST = List.of(2, 0, 1, 3);

    private final GraphProto.Builder graph;
    private final Map<String, ValueType> types;
    private final Map<String, ValueType> states = new LinkedHashMap<>();

    /** @param types of all values */
    WrittenNodes(GraphProto.Builder graph, Map<String, ValueType> types) {
        this.graph = graph;
        this.types = types;
    }

    void add(Node node) {
        if (node.operator().equals("Dropout")) {
            dropout(node);
        } else if (node.operator().equals("plumbline.Random")) {
            rest(node);
        } else if (node.operator().equals("plumbline.Carried")) {
            same(node.layer(), node.inputs().get(0), node.output());
        } else if (node.operator().equals("plumbline.Carry")) {
            carry(node);
        } else if (node.operator().equals("BatchNormalization")) {
            Attributes attributes = node.attributes().without("unbiased").without("training_mode");
            plain(node, node.inputs(), List.of(node.output()), attributes);
        } else if (RECURRENT.contains(node.operator()) && node.attributes().integer("layout", 0) == 1) {
            recurrent(node);
        } else if (node.operator().equals("Concat") && !node.attributes().has("axis")) {
            plain(node, node.inputs(), node.outputs(), node.attributes().with("axis", 1));
        } else {
            plain(node, node.inputs(), node.outputs(), node.attributes());
        }
    }

    /** What goes on to the next batch, by the name under which it comes out. */
    Map<String, ValueType> states() {
        return states;
    }

    /** A stateful layer's states are given and come out again, as runtimes have it. */
    private void carry(Node node) {
        String held = node.inputs().get(1);
        String next = held + ":next";
        states.put(next, Objects.requireNonNull(types.get(held)));
        same(node.layer(), node.inputs().get(0), node.output());
        same(node.layer(), node.inputs().get(2), next);
    }

    private void same(String layer, String from, String to) {
        Node node = new Node(to, "Identity", List.of(from), List.of(to), Attributes.none(), layer);
        plain(node, node.inputs(), node.outputs(), node.attributes());
    }

    private void dropout(Node node) {
        float ratio = (float) node.attributes().number("ratio", 0.5);
        String name = node.name() + ":ratio";
        DType dtype = Objects.requireNonNull(types.get(node.inputs().get(0))).dtype();
        graph.addInitializer(TensorWriter.written(name, dtype, new FloatTensor(new float[] {ratio}, Shape.of())));
        plain(node, List.of(node.inputs().get(0), name), List.of(node.output()), Attributes.none());
    }

    /** What rests in evaluation is written as the number at which it rests. */
    private void rest(Node node) {
        int rank = Objects.requireNonNull(types.get(node.output())).shape().rank();
        Shape ones = new Shape(java.util.Collections.nCopies(rank, 1));
        FloatTensor number =
                new FloatTensor(new float[] {(float) node.attributes().number("rest", 0)}, ones);
        graph.addInitializer(TensorWriter.written(node.output(), DType.FLOAT32, number));
    }

    /** Runtimes want the steps first. */
    private void recurrent(Node node) {
        List<String> inputs = new ArrayList<>(node.inputs());
        for (int index : new int[] {0, 5, 6}) {
            if (index < inputs.size() && !inputs.get(index).isEmpty()) {
                String turned = node.name() + ":in" + index;
                turn(node, inputs.get(index), turned, STEPS_FIRST);
                inputs.set(index, turned);
            }
        }
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < node.outputs().size(); i++) {
            outputs.add(node.outputs().get(i).isEmpty() ? "" : node.name() + ":out" + i);
        }
        plain(node, inputs, outputs, node.attributes().without("layout"));
        for (int i = 0; i < outputs.size(); i++) {
            if (!outputs.get(i).isEmpty()) {
                turn(node, outputs.get(i), node.outputs().get(i), i == 0 ? BATCH_FIRST : STEPS_FIRST);
            }
        }
    }

    private void turn(Node node, String from, String to, List<Integer> order) {
        // the recurrent node itself is often called like its first output
        String name = to.equals(node.name()) ? to + ":turned" : to;
        Attributes turned = Attributes.none().with("perm", order);
        plain(
                new Node(name, "Transpose", List.of(from), List.of(to), turned, node.layer()),
                List.of(from),
                List.of(to),
                turned);
    }

    private void plain(Node node, List<String> inputs, List<String> outputs, Attributes attributes) {
        NodeProto.Builder builder = OnnxWriter.of(node)
                .setOpType(node.operator())
                .addAllInput(inputs)
                .addAllOutput(outputs);
        attributes.values().forEach((name, value) -> {
            if (!(name.equals("dtype") && attributes.tensor("value").isPresent())) {
                builder.addAttribute(attribute(name, value, attributes));
            }
        });
        graph.addNode(builder);
    }

    private static AttributeProto attribute(String name, Object value, Attributes all) {
        AttributeProto.Builder builder = AttributeProto.newBuilder().setName(name);
        if (value instanceof Long whole) {
            builder.setType(AttributeProto.AttributeType.INT).setI(whole);
        } else if (value instanceof Double real) {
            builder.setType(AttributeProto.AttributeType.FLOAT).setF(real.floatValue());
        } else if (value instanceof String text) {
            builder.setType(AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(text));
        } else if (value instanceof Tensor tensor) {
            DType dtype = OnnxType.dtype(all.integer("dtype", 0)).orElse(tensor.dtype());
            builder.setType(AttributeProto.AttributeType.TENSOR).setT(TensorWriter.written("", dtype, tensor));
        } else {
            list(builder, (List<?>) value);
        }
        return builder.build();
    }

    private static void list(AttributeProto.Builder builder, List<?> values) {
        if (!values.isEmpty() && values.get(0) instanceof Double) {
            builder.setType(AttributeProto.AttributeType.FLOATS);
            values.forEach(v -> builder.addFloats(((Double) v).floatValue()));
        } else if (!values.isEmpty() && values.get(0) instanceof String) {
            builder.setType(AttributeProto.AttributeType.STRINGS);
            values.forEach(v -> builder.addStrings(ByteString.copyFromUtf8((String) v)));
        } else {
            builder.setType(AttributeProto.AttributeType.INTS);
            values.forEach(v -> builder.addInts((Long) v));
        }
    }
}
