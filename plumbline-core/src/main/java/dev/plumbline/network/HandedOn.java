package dev.plumbline.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Identity nodes go away; an output that one named is named by the node that makes the value. */
final class HandedOn {
    private final Network network;
    private final Map<String, String> source = new HashMap<>();

    HandedOn(Network network) {
        this.network = network;
    }

    Network removed() {
        Map<String, Node> makers = new HashMap<>();
        network.nodes().forEach(n -> n.outputs().forEach(o -> makers.put(o, n)));
        Map<String, String> renamed = new HashMap<>();
        List<Node> kept = new ArrayList<>();
        for (Node node : network.nodes()) {
            if (!node.operator().equals("Identity")) {
                kept.add(node);
                continue;
            }
            String from = resolved(node.inputs().get(0));
            boolean output = network.outputs().contains(node.output());
            Node maker = makers.get(from);
            boolean renamable = maker != null
                    && !maker.operator().equals("Identity")
                    && !network.outputs().contains(from)
                    && !renamed.containsKey(from);
            if (output && renamable) {
                renamed.put(from, node.output());
                source.put(node.output(), from);
            } else if (output) {
                kept.add(node);
            } else {
                source.put(node.output(), from);
            }
        }
        return network.withNodes(kept.stream().map(n -> rewired(n, renamed)).toList());
    }

    private String resolved(String value) {
        return source.getOrDefault(value, value);
    }

    private Node rewired(Node node, Map<String, String> renamed) {
        List<String> inputs = node.inputs().stream()
                .map(this::resolved)
                .map(i -> renamed.getOrDefault(i, i))
                .toList();
        List<String> outputs =
                node.outputs().stream().map(o -> renamed.getOrDefault(o, o)).toList();
        return new Node(node.name(), node.operator(), inputs, outputs, node.attributes(), node.layer());
    }
}
