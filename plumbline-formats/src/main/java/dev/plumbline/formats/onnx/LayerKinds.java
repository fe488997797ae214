package dev.plumbline.formats.onnx;

import dev.plumbline.network.Layer;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls each layer by the operator that does most of its work: Conv2D, Linear, LSTM, LayerNorm. */
final class LayerKinds {
    /** The first that a layer holds names it. */
    private static final Map<String, String> NAMES = names();

    private LayerKinds() {}

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("Attention", "Attention");
        names.put("LSTM", "LSTM");
        names.put("GRU", "GRU");
        names.put("RNN", "RNN");
        names.put("Conv", "Conv");
        names.put("ConvTranspose", "ConvTranspose");
        names.put("Gemm", "Linear");
        names.put("MatMul", "Linear");
        names.put("BatchNormalization", "BatchNorm");
        names.put("LayerNormalization", "LayerNorm");
        names.put("GroupNormalization", "GroupNorm");
        names.put("InstanceNormalization", "InstanceNorm");
        names.put("RMSNormalization", "RMSNorm");
        names.put("MaxPool", "MaxPool");
        names.put("AveragePool", "AveragePool");
        names.put("GlobalAveragePool", "GlobalAveragePool");
        names.put("Dropout", "Dropout");
        return names;
    }

    /** The network, its layers called by what they do. */
    static Network named(Network network) {
        Map<String, List<Node>> byLayer = new LinkedHashMap<>();
        network.nodes()
                .forEach(n -> byLayer.computeIfAbsent(n.layer(), l -> new ArrayList<>())
                        .add(n));
        Map<String, Parameter> parameters = new HashMap<>();
        network.parameters().forEach(p -> parameters.put(p.name(), p));
        List<Layer> layers = network.layers().stream()
                .map(l -> new Layer(l.name(), kind(byLayer.getOrDefault(l.name(), List.of()), parameters)))
                .toList();
        return new Network(
                network.inputs(),
                network.nodes(),
                network.parameters(),
                network.outputs(),
                layers,
                network.penalties(),
                network.constraints());
    }

    private static String kind(List<Node> nodes, Map<String, Parameter> parameters) {
        Set<String> operators = nodes.stream().map(Node::operator).collect(Collectors.toSet());
        for (Map.Entry<String, String> entry : NAMES.entrySet()) {
            if (operators.contains(entry.getKey())) {
                return entry.getValue() + dimensions(entry.getKey(), nodes, parameters);
            }
        }
        for (Node node : nodes) {
            Parameter table = node.operator().equals("Gather")
                    ? parameters.get(node.inputs().get(0))
                    : null;
            if (table != null && table.trainable()) {
                return "Embedding";
            }
        }
        return nodes.isEmpty() ? "Layer" : nodes.get(nodes.size() - 1).operator();
    }

    private static String dimensions(String operator, List<Node> nodes, Map<String, Parameter> parameters) {
        if (!operator.startsWith("Conv")) {
            return "";
        }
        return nodes.stream()
                .filter(n -> n.operator().equals(operator))
                .map(n -> parameters.get(n.inputs().get(1)))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(p -> p.type().shape().rank() - 2 + "D")
                .orElse("");
    }
}
