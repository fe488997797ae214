package dev.plumbline.zoo.fault;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** An ONNX graph that may be changed in place: nodes put in, taken over or changed, weights with other values. */
record OnnxGraph(GraphProto.Builder graph) {
    /** Nodes of an operator, by their place. */
    List<Integer> nodes(String operator) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < graph.getNodeCount(); i++) {
            if (graph.getNode(i).getOpType().equals(operator)) {
                places.add(i);
            }
        }
        return places;
    }

    /** A node whose name says what it is. */
    static NodeProto node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName("/" + output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes))
                .build();
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setI(value)
                .setType(AttributeProto.AttributeType.INT)
                .build();
    }

    static AttributeProto number(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setF(value)
                .setType(AttributeProto.AttributeType.FLOAT)
                .build();
    }

    /** A float constant of the graph. */
    String constant(String name, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        TensorProto tensor = TensorProto.newBuilder()
                .setName(name + "_value")
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(bytes.array()))
                .build();
        return constant(
                name,
                values.length == 1
                        ? tensor
                        : tensor.toBuilder().addDims(values.length).build());
    }

    /** A constant of whole numbers, such as axes. */
    String integers(String name, long... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name + "_value")
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return constant(name, tensor.build());
    }

    private String constant(String name, TensorProto tensor) {
        AttributeProto value = AttributeProto.newBuilder()
                .setName("value")
                .setT(tensor)
                .setType(AttributeProto.AttributeType.TENSOR)
                .build();
        graph.addNode(0, node("Constant", name, List.of(), value));
        return name;
    }

    /** A new parameter. */
    String parameter(String name, int rows, int columns, double deviation, Random random) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * rows * columns).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rows * columns; i++) {
            bytes.putFloat((float) (deviation * random.nextGaussian()));
        }
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(rows)
                .addDims(columns)
                .setRawData(ByteString.copyFrom(bytes.array())));
        return name;
    }

    /** Makes nodes of a value. */
    @FunctionalInterface
    interface Insertion {
        /** Nodes in order; the last one's output takes the value's place. */
        List<NodeProto> of(String value);
    }

    /** Puts nodes behind a node; who read its output reads theirs, and the graph's output keeps its name. */
    void insertBehind(int place, Insertion insertion) {
        NodeProto.Builder before = graph.getNode(place).toBuilder();
        String name = before.getOutput(0);
        String renamed = name + "_before";
        int known = graph.getNodeCount();
        List<NodeProto> added = new ArrayList<>(insertion.of(renamed));
        int shift = graph.getNodeCount() - known; // constants were put in front
        NodeProto last = added.remove(added.size() - 1);
        added.add(last.toBuilder().setOutput(0, name).build());
        graph.setNode(place + shift, before.setOutput(0, renamed).build());
        Collections.reverse(added);
        added.forEach(node -> graph.addNode(place + shift + 1, node));
    }

    /** Puts nodes behind the graph's input. */
    void insertBehindInput(Insertion insertion) {
        String input = graph.getInput(0).getName();
        for (int i = 0; i < graph.getNodeCount(); i++) {
            NodeProto.Builder node = graph.getNode(i).toBuilder();
            for (int j = 0; j < node.getInputCount(); j++) {
                if (node.getInput(j).equals(input)) {
                    node.setInput(j, "input_changed");
                }
            }
            graph.setNode(i, node.build());
        }
        List<NodeProto> added = new ArrayList<>(insertion.of(input));
        NodeProto last = added.remove(added.size() - 1);
        added.add(last.toBuilder().setOutput(0, "input_changed").build());
        int constants = nodes("Constant").stream()
                .filter(i -> graph.getNode(i).getName().startsWith("/added"))
                .toList()
                .size();
        Collections.reverse(added);
        added.forEach(node -> graph.addNode(constants, node));
    }

    /** Puts nodes at the end. */
    void append(Insertion insertion) {
        insertBehind(graph.getNodeCount() - 1, insertion);
    }

    /** Another operator for every node of one. */
    boolean replace(String operator, String with, AttributeProto... attributes) {
        List<Integer> places = nodes(operator);
        places.forEach(i -> graph.setNode(
                i,
                graph.getNode(i).toBuilder()
                        .setOpType(with)
                        .clearAttribute()
                        .addAllAttribute(List.of(attributes))
                        .build()));
        return !places.isEmpty();
    }

    /** Other values for the weights. */
    boolean weights(WeightChange change) {
        Random random = new Random(3);
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            TensorProto.Builder tensor = graph.getInitializer(i).toBuilder();
            ByteBuffer bytes =
                    ByteBuffer.wrap(tensor.getRawData().toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
            if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
                for (int at = 0; at < bytes.limit(); at += 4) {
                    bytes.putFloat(at, change.of(tensor.getName(), tensor.getDimsCount(), bytes.getFloat(at), random));
                }
                graph.setInitializer(
                        i, tensor.setRawData(ByteString.copyFrom(bytes.array())).build());
            }
        }
        return true;
    }

    /** Name of the last parameter: the output's bias. */
    String lastBias() {
        NodeProto last = graph.getNode(graph.getNodeCount() - 1);
        return last.getInput(last.getInputCount() - 1);
    }
}
