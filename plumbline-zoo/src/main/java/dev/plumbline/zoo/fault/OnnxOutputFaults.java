package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.strength;
import static dev.plumbline.zoo.fault.Edit.where;
import static dev.plumbline.zoo.fault.OnnxFile.graph;
import static dev.plumbline.zoo.fault.OnnxGraph.integer;
import static dev.plumbline.zoo.fault.OnnxGraph.node;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;

/** Faults at the end of an ONNX graph. */
final class OnnxOutputFaults {
    private OnnxOutputFaults() {}

    static List<Fault> list() {
        return List.of(
                Fault.of(
                        "softmax-before-cross-entropy",
                        strength("onnx-softmax", where(LossFaults::takesLogits, ending("Softmax")))),
                Fault.of(
                        "activation-before-softmax",
                        strength("onnx-relu", where(LossFaults::takesLogits, ending("Relu"))),
                        strength("onnx-sigmoid", where(LossFaults::takesLogits, ending("Sigmoid")))),
                Fault.of(
                        "activation-on-output",
                        strength("onnx-relu", where(Edit::isRegression, ending("Relu"))),
                        strength("onnx-tanh", where(Edit::isRegression, ending("Sigmoid")))),
                Fault.of("softmax-on-one-unit", strength("onnx", where(Edit::isRegression, ending("Softmax")))),
                Fault.of(
                        "wrong-axis",
                        strength(
                                "onnx-log-softmax",
                                where(
                                        LossFaults::takesLogits,
                                        folder -> graph(OnnxOutputFaults::overBatch)
                                                .in(folder)
                                                .map(changed -> changed.with("training.loss", "nll")))),
                        strength("onnx-attention", graph(OnnxOutputFaults::attentionAxis))),
                Fault.of(
                        "silent-broadcast",
                        strength("onnx", where(Edit::isRegression, graph(OnnxOutputFaults::broadcast)))),
                Fault.of(
                        "leftover-axis",
                        strength("onnx", graph(OnnxOutputFaults::unsqueezed)),
                        strength("onnx-hidden", graph(OnnxOutputFaults::unsqueezedHidden))),
                Fault.of(
                        "output-bias",
                        strength("onnx-30", graph(g -> bias(g, 30))),
                        strength("onnx-1000", graph(g -> bias(g, 1000)))));
    }

    private static Plant ending(String operator) {
        return graph(g -> {
            g.append(value -> List.of(node(operator, "added", List.of(value))));
            return true;
        });
    }

    private static boolean overBatch(OnnxGraph graph) {
        graph.append(value -> List.of(node("LogSoftmax", "added", List.of(value), integer("axis", 0))));
        return true;
    }

    /** Attention that sums to one over the examples' queries rather than over the keys. */
    private static boolean attentionAxis(OnnxGraph graph) {
        return graph.replace("Softmax", "Softmax", integer("axis", 0));
    }

    /** A mean (N) taken from an output (N, 1), which makes (N, N); then a mean over what should not be there. */
    private static boolean broadcast(OnnxGraph graph) {
        String last = graph.integers("added_last_axis", 1);
        graph.append(value -> {
            NodeProto flat = node("Squeeze", "added_flat", List.of(value, last));
            NodeProto wide = node("Add", "added_wide", List.of(value, "added_flat"));
            NodeProto mean = node("ReduceMean", "added_mean", List.of("added_wide", last), integer("keepdims", 1));
            return List.of(flat, wide, mean);
        });
        return true;
    }

    private static boolean unsqueezed(OnnxGraph graph) {
        String axis = graph.integers("added_axis", 1);
        graph.append(value -> List.of(node("Unsqueeze", "added", List.of(value, axis))));
        graph.graph().getOutputBuilder(0).clearType();
        return true;
    }

    /** An axis of size 1 in the midst, of which a dense layer knows nothing. */
    private static boolean unsqueezedHidden(OnnxGraph graph) {
        if (graph.nodes("Gemm").size() < 2) {
            return false;
        }
        String axis = graph.integers("added_axis", 1);
        graph.insertBehind(
                graph.nodes("Relu").get(0), value -> List.of(node("Unsqueeze", "added", List.of(value, axis))));
        return true;
    }

    private static boolean bias(OnnxGraph graph, float value) {
        String bias = graph.lastBias();
        float[] sign = {1};
        return graph.weights((name, rank, old, random) -> {
            if (!name.equals(bias)) {
                return old;
            }
            sign[0] = -sign[0];
            return sign[0] * value;
        });
    }
}
