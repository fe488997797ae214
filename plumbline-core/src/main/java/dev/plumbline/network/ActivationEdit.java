package dev.plumbline.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts an activation behind every hidden layer between which and the next weights there is nothing but linear nodes.
 */
final class ActivationEdit {
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

    private ActivationEdit() {}

    static Network apply(String operator, Network network) {
        Network changed = network;
        for (Node node : linear(network)) {
            HiddenLayers layers = new HiddenLayers(changed);
            GraphInsertion insertion = new GraphInsertion(changed);
            String layer = insertion.layer(operator.toLowerCase(java.util.Locale.ROOT), "Activation");
            insertion.behind(layer, operator, Attributes.none(), reader -> true, behindNorm(layers.sum(node), changed));
            changed = insertion.network();
        }
        return changed;
    }

    /** Hidden dense layers and convolutions whose sum reaches other weights through linear nodes alone. */
    static List<Node> linear(Network network) {
        HiddenLayers layers = new HiddenLayers(network);
        List<Node> found = new ArrayList<>();
        for (Node node : layers.hidden()) {
            boolean sums = HiddenLayers.isDense(node) || HiddenLayers.isConvolution(node);
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

    /** Behind the normalization that stands right behind a sum, where there is one. */
    private static String behindNorm(String sum, Network network) {
        List<Node> readers = network.readers(sum);
        return readers.size() == 1 && readers.get(0).operator().equals("BatchNormalization")
                ? readers.get(0).output()
                : sum;
    }
}
