package dev.plumbline.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Hidden layers between which and the next weights there is nothing that is not linear. */
public final class LinearLayers {
    /**
     * Nodes that change how values are seen or scaled, and leave a linear network linear; a maximum over a window does
     * not, but is no activation either.
     */
    private static final Set<String> LINEAR = Set.of(
            "Identity",
            "Reshape",
            "Flatten",
            "Squeeze",
            "Unsqueeze",
            "Transpose",
            "Cast",
            "Dropout",
            "BatchNormalization",
            "AveragePool",
            "MaxPool",
            "GlobalMaxPool",
            "GlobalAveragePool",
            "ReduceMean",
            "ReduceSum",
            "Add",
            "Mul",
            "Div");

    private static final Set<String> OF_TWO = Set.of("Add", "Mul", "Div");

    private LinearLayers() {}

    /** How many hidden layers with weights a network has. */
    public static int hidden(Network network) {
        return new HiddenLayers(network).hidden().size();
    }

    /** Hidden dense layers and convolutions whose sum reaches other weights through linear nodes alone. */
    public static List<Node> of(Network network) {
        HiddenLayers layers = new HiddenLayers(network);
        List<Node> found = new ArrayList<>();
        for (Node node : layers.hidden()) {
            boolean depthwise = node.attributes().integer("group", 1) > 1;
            boolean sums = HiddenLayers.isDense(node) || HiddenLayers.isConvolution(node) && !depthwise;
            if (sums && reachesWeights(layers.sum(node), layers, network, 0)) {
                found.add(node);
            }
        }
        return found;
    }

    private static boolean reachesWeights(String value, HiddenLayers layers, Network network, int depth) {
        List<Node> readers = network.readers(value);
        // a value with several readers is a branch: attention, a residual
        if (readers.size() != 1 || depth > network.nodes().size()) {
            return false;
        }
        Node reader = readers.get(0);
        if (layers.isWeighted(reader) && !HiddenLayers.isRecurrent(reader)) {
            return true;
        }
        // a bias, a mask or a count: what does not come from weights leaves a line a line
        boolean alone = reader.inputs().stream().filter(in -> !in.equals(value)).noneMatch(layers::isBehindWeights);
        return LINEAR.contains(reader.operator())
                && (alone || !OF_TWO.contains(reader.operator()))
                && reachesWeights(reader.output(), layers, network, depth + 1);
    }
}
