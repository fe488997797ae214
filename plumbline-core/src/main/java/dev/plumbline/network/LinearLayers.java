package dev.plumbline.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Hidden layers between which and the next weights there is nothing that is not linear. */
public final class LinearLayers {
    /** Nodes that change how values are seen or scaled, and leave a linear network linear. */
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
            "GlobalAveragePool",
            "ReduceMean",
            "Add");

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
        boolean isSum = reader.operator().equals("Add");
        boolean ofParameter = isSum
                && reader.inputs().stream().anyMatch(in -> network.parameter(in).isPresent());
        return LINEAR.contains(reader.operator())
                && (!isSum || ofParameter)
                && reachesWeights(reader.output(), layers, network, depth + 1);
    }
}
