package dev.plumbline.cli.step;

import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be named in a session. A layer's name stands for its last node. */
final class Names {
    /** The name of the batch's targets, unless the network uses it itself. */
    static final String TARGETS = "targets";

    /** The name of the mean loss, unless the network uses it itself. */
    static final String LOSS = "loss";

    private static final String GRADIENT = "grad ";

    private final Map<String, Integer> makers = new HashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, String> byLabel = new LinkedHashMap<>();
    private final Map<String, String> layers = new HashMap<>();
    private final List<String> nodeNames;

    Names(Network network) {
        network.inputs().keySet().forEach(input -> labels.put(input, input));
        for (int i = 0; i < network.nodes().size(); i++) {
            Node node = network.nodes().get(i);
            for (String output : node.outputs()) {
                if (!output.isEmpty()) {
                    makers.put(output, i);
                    labels.put(output, output.equals(node.output()) ? node.name() : output);
                }
            }
            layers.put(node.layer(), node.output());
        }
        network.parameters().forEach(parameter -> labels.put(parameter.name(), parameter.name()));
        labels.putIfAbsent(TARGETS, TARGETS);
        labels.putIfAbsent(LOSS, LOSS);
        labels.forEach((value, label) -> byLabel.putIfAbsent(label, value));
        nodeNames = network.nodes().stream().map(Node::name).toList();
    }

    /** Everything that can be shown, as people call it. */
    List<String> all() {
        return List.copyOf(byLabel.keySet());
    }

    /** The same, and layers. */
    List<String> words() {
        return Stream.concat(byLabel.keySet().stream(), layers.keySet().stream())
                .distinct()
                .toList();
    }

    /** What people call a value: a node's first output by the node. */
    String label(String value) {
        return labels.getOrDefault(value, value);
    }

    /** The place of the node that makes a value, from 0; -1 for an input, a parameter, the targets, the loss. */
    int place(String value) {
        return makers.getOrDefault(value, -1);
    }

    /** @throws dev.plumbline.UnusableInputException if there is no such node */
    int node(String command, String text) {
        int place = place(value(text).orElse(text));
        if (place < 0) {
            throw WrongCommand.unknown(command, "a node", text, nodeNames);
        }
        return place;
    }

    /** @throws dev.plumbline.UnusableInputException if there is nothing of that name */
    Watched watched(String command, String text) {
        String name = ungraded(text);
        String value = value(name)
                .orElseThrow(() -> WrongCommand.unknown(command, "a node, a parameter or an input", name, all()));
        return new Watched(value, label(value), text.startsWith(GRADIENT));
    }

    /** Whether the text names something, a slice not among it. */
    boolean has(String text) {
        return value(ungraded(text)).isPresent();
    }

    private static String ungraded(String text) {
        return text.startsWith(GRADIENT) ? text.substring(GRADIENT.length()).strip() : text;
    }

    private Optional<String> value(String text) {
        if (labels.containsKey(text)) {
            return Optional.of(text);
        }
        String value = byLabel.get(text);
        return Optional.ofNullable(value == null ? layers.get(text) : value);
    }
}
