package dev.plumbline.debug;

import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A network layer by layer, from shapes alone: nothing is computed (D3).
 *
 * @param network what is summed up
 * @param types of all values
 * @param layers in the order in which they are first computed
 */
public record NetworkSummary(Network network, Map<String, ValueType> types, List<LayerSummary> layers) {
    private static final Set<String> VIEWS =
            Set.of("Flatten", "Reshape", "Identity", "Transpose", "Squeeze", "Unsqueeze");

    public NetworkSummary {
        types = Map.copyOf(types);
        layers = List.copyOf(layers);
    }

    /** @throws dev.plumbline.UnusableInputException naming the layer, if its shapes do not fit */
    public static NetworkSummary of(Network network) {
        Map<String, ValueType> types = new ShapeInference(Operators.standard()).infer(network);
        Map<String, List<Node>> members = new LinkedHashMap<>();
        Map<String, String> makers = new LinkedHashMap<>();
        network.inputs().keySet().forEach(input -> makers.put(input, input));
        for (Node node : network.nodes()) {
            members.computeIfAbsent(node.layer(), layer -> new ArrayList<>()).add(node);
            node.outputs().forEach(output -> makers.put(output, node.layer()));
        }
        Map<String, long[]> held = held(network);
        Map<String, String> kinds = new LinkedHashMap<>();
        network.layers().forEach(layer -> kinds.put(layer.name(), layer.type()));
        List<LayerSummary> layers = new ArrayList<>();
        members.forEach((name, nodes) -> {
            long[] counts = held.getOrDefault(name, new long[2]);
            layers.add(new LayerSummary(
                    name,
                    kinds.getOrDefault(name, nodes.get(nodes.size() - 1).operator()),
                    type(types, nodes.get(nodes.size() - 1).output()),
                    counts[0],
                    counts[1],
                    nodes.stream().mapToLong(n -> bytes(n, types)).sum(),
                    nodes,
                    from(name, nodes, makers)));
        });
        return new NetworkSummary(network, types, layers);
    }

    private static Map<String, long[]> held(Network network) {
        Map<String, String> owners = network.parameterLayers();
        Map<String, long[]> held = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            if (parameter.isCounted()) {
                long[] counts = held.computeIfAbsent(owners.getOrDefault(parameter.name(), ""), l -> new long[2]);
                long size = parameter.type().shape().elements();
                counts[0] += size;
                counts[1] += parameter.trainable() ? size : 0;
            }
        }
        return held;
    }

    private static List<String> from(String layer, List<Node> nodes, Map<String, String> makers) {
        Set<String> from = new LinkedHashSet<>();
        for (Node node : nodes) {
            for (String input : node.inputs()) {
                String maker = makers.get(input);
                if (maker != null && !maker.equals(layer)) {
                    from.add(maker);
                }
            }
        }
        return List.copyOf(from);
    }

    private static long bytes(Node node, Map<String, ValueType> types) {
        return VIEWS.contains(node.operator())
                ? 0
                : node.outputs().stream()
                        .filter(output -> !output.isEmpty())
                        .mapToLong(output -> type(types, output).bytes(1))
                        .sum();
    }

    private static ValueType type(Map<String, ValueType> types, String value) {
        return Objects.requireNonNull(types.get(value), value);
    }

    /** Numbers that all layers hold. */
    public long parameters() {
        return layers.stream().mapToLong(LayerSummary::parameters).sum();
    }

    /** How many of them training moves. */
    public long trainable() {
        return layers.stream().mapToLong(LayerSummary::trainable).sum();
    }

    /** Bytes of all parameters, constants of the graph included. */
    public long parameterBytes() {
        return network.parameters().stream().mapToLong(p -> p.type().bytes(1)).sum();
    }

    /** Bytes of all activations of one example, as the backward pass needs them. */
    public long activationBytes() {
        return layers.stream().mapToLong(LayerSummary::activationBytes).sum();
    }
}
