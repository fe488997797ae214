package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.strength;
import static dev.plumbline.zoo.fault.OnnxFile.graph;
import static dev.plumbline.zoo.fault.OnnxGraph.integer;
import static dev.plumbline.zoo.fault.OnnxGraph.node;
import static dev.plumbline.zoo.fault.OnnxGraph.number;

import java.util.List;
import java.util.Random;

/** Faults within an ONNX graph. */
final class OnnxHiddenFaults {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private OnnxHiddenFaults() {}

    static List<Fault> list() {
        return List.of(
                Fault.of(
                        "initialization-zeros",
                        strength("onnx-zeros", graph(g -> g.weights(WeightChange.constant(0)))),
                        strength("onnx-equal", graph(g -> g.weights(WeightChange.constant(0.05f))))),
                Fault.of(
                        "initialization-scale",
                        strength("onnx-large", graph(g -> g.weights(WeightChange.scaled(40)))),
                        strength("onnx-small", graph(g -> g.weights(WeightChange.scaled(1e-4))))),
                Fault.of("dead-units", strength("onnx", graph(OnnxHiddenFaults::dead))),
                Fault.of("no-activation", strength("onnx", graph(g -> g.replace("Relu", "Identity")))),
                Fault.of(
                        "integer-cast",
                        strength(
                                "onnx-hidden",
                                behindRelu(value -> List.of(
                                        node("Cast", "added_whole", List.of(value), integer("to", INT64)),
                                        node("Cast", "added", List.of("added_whole"), integer("to", FLOAT))))),
                        strength("onnx-input", graph(OnnxHiddenFaults::castInput))),
                Fault.of(
                        "gradient-missing",
                        strength("onnx-round", behindRelu(value -> List.of(node("Round", "added", List.of(value))))),
                        strength("onnx-sign", behindRelu(value -> List.of(node("Sign", "added", List.of(value)))))),
                Fault.of(
                        "numerical-domain",
                        strength("onnx-log", behindRelu(value -> List.of(node("Log", "added", List.of(value))))),
                        strength("onnx-sqrt", behindGemm(value -> List.of(node("Sqrt", "added", List.of(value))))),
                        strength("onnx-exp", graph(OnnxHiddenFaults::exponential)),
                        strength(
                                "onnx-divided",
                                behindRelu(value -> List.of(
                                        node("Mul", "added_square", List.of(value, value)),
                                        node("Div", "added", List.of(value, "added_square")))))),
                Fault.of(
                        "examples-mixed",
                        strength(
                                "onnx-softmax",
                                behindRelu(value ->
                                        List.of(node("Softmax", "added", List.of(value), integer("axis", 0))))),
                        strength("onnx-mean", graph(OnnxHiddenFaults::minusBatch))),
                Fault.of("input-ignored", strength("onnx-zero", graph(OnnxHiddenFaults::nothing))),
                Fault.of("dropout-too-strong", strength("onnx-0.95", graph(OnnxHiddenFaults::dropout))),
                Fault.of("batch-norm-statistics", strength("onnx-momentum", graph(OnnxHiddenFaults::momentum))),
                Fault.of("saturating-activations", strength("onnx-deep", graph(g -> deep(g, "Sigmoid", 7, 0.2)))),
                Fault.of("vanishing-gradient", strength("onnx-deep", graph(g -> deep(g, "Tanh", 10, 0.03)))),
                Fault.of("exploding-gradient", strength("onnx-deep", graph(g -> deep(g, "Relu", 8, 1.2)))));
    }

    private static Plant behindRelu(OnnxGraph.Insertion insertion) {
        return graph(g -> insertBehindLast(g, "Relu", insertion));
    }

    private static Plant behindGemm(OnnxGraph.Insertion insertion) {
        return graph(g -> g.nodes("Gemm").size() > 1 && insertBehindFirst(g, "Gemm", insertion));
    }

    private static boolean insertBehindLast(OnnxGraph graph, String operator, OnnxGraph.Insertion insertion) {
        List<Integer> places = graph.nodes(operator);
        if (!places.isEmpty()) {
            graph.insertBehind(places.get(places.size() - 1), insertion);
        }
        return !places.isEmpty();
    }

    private static boolean insertBehindFirst(OnnxGraph graph, String operator, OnnxGraph.Insertion insertion) {
        graph.insertBehind(graph.nodes(operator).get(0), insertion);
        return true;
    }

    private static boolean dead(OnnxGraph graph) {
        String last = graph.lastBias();
        boolean fits = !graph.nodes("Relu").isEmpty() && graph.nodes("MatMul").isEmpty();
        return graph.weights((name, rank, old, random) ->
                        rank == 1 && name.endsWith("bias") && !name.equals(last) ? -20 : old)
                && fits;
    }

    private static boolean castInput(OnnxGraph graph) {
        graph.insertBehindInput(value -> List.of(
                node("Cast", "added_whole", List.of(value), integer("to", INT64)),
                node("Cast", "added", List.of("added_whole"), integer("to", FLOAT))));
        return true;
    }

    private static boolean exponential(OnnxGraph graph) {
        String factor = graph.constant("added_factor", 60);
        return graph.nodes("Gemm").size() > 1
                && insertBehindFirst(
                        graph,
                        "Gemm",
                        value -> List.of(
                                node("Mul", "added_large", List.of(value, factor)),
                                node("Exp", "added", List.of("added_large"))));
    }

    /** Takes off the mean over the batch, axis 0, where that over features was meant. */
    private static boolean minusBatch(OnnxGraph graph) {
        String axis = graph.integers("added_axis", 0);
        return insertBehindLast(
                graph,
                "Relu",
                value -> List.of(
                        node("ReduceMax", "added_most", List.of(value, axis), integer("keepdims", 1)),
                        node("Sub", "added", List.of(value, "added_most"))));
    }

    private static boolean nothing(OnnxGraph graph) {
        String zero = graph.constant("added_zero", 0);
        graph.insertBehindInput(value -> List.of(node("Mul", "added", List.of(value, zero))));
        return true;
    }

    private static boolean dropout(OnnxGraph graph) {
        String ratio = graph.constant("added_ratio", 0.95f);
        return insertBehindLast(graph, "Relu", value -> List.of(node("Dropout", "added", List.of(value, ratio))));
    }

    private static boolean momentum(OnnxGraph graph) {
        List<Integer> norms = graph.nodes("BatchNormalization");
        for (int place : norms) {
            var node = graph.graph().getNodeBuilder(place);
            for (int i = 0; i < node.getAttributeCount(); i++) {
                if (node.getAttribute(i).getName().equals("momentum")) {
                    node.setAttribute(i, number("momentum", 0.9999f));
                }
            }
        }
        return !norms.isEmpty();
    }

    /** Square layers with an activation before the last layer, their weights drawn with a deviation. */
    private static boolean deep(OnnxGraph graph, String activation, int depth, double deviation) {
        List<Integer> dense = graph.nodes("Gemm");
        if (dense.size() < 2) {
            return false;
        }
        String last = graph.graph().getNode(dense.get(dense.size() - 1)).getInput(1);
        int width = (int) graph.graph().getInitializerList().stream()
                .filter(tensor -> tensor.getName().equals(last))
                .findFirst()
                .orElseThrow()
                .getDims(1);
        Random random = new Random(9);
        return insertBehindLast(graph, "Relu", value -> {
            List<ai.onnx.proto.OnnxMl.NodeProto> nodes = new java.util.ArrayList<>();
            String from = value;
            for (int i = 0; i < depth; i++) {
                String weight = graph.parameter("deep." + i + ".weight", width, width, deviation, random);
                nodes.add(node("Gemm", "deep." + i, List.of(from, weight)));
                nodes.add(node(activation, "deep." + i + ".activation", List.of("deep." + i)));
                from = "deep." + i + ".activation";
            }
            return nodes;
        });
    }
}
