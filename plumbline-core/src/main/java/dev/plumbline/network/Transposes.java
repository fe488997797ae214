package dev.plumbline.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Two Transposes in a row are one, and none where the second undoes the first. */
final class Transposes {
    private final Network network;

    Transposes(Network network) {
        this.network = network;
    }

    Network merged() {
        Map<String, Node> makers = new HashMap<>();
        Map<String, String> same = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Node written : network.nodes()) {
            Node node = written.withInputs(
                    written.inputs().stream().map(i -> same.getOrDefault(i, i)).toList());
            Node before =
                    makers.get(node.inputs().isEmpty() ? "" : node.inputs().get(0));
            List<Integer> order = order(node);
            List<Integer> first = before == null ? List.of() : order(before);
            if (before != null && !order.isEmpty() && first.size() == order.size()) {
                List<Integer> both = order.stream().map(first::get).toList();
                boolean undone =
                        both.equals(IntStream.range(0, both.size()).boxed().toList());
                if (undone && !network.outputs().contains(node.output())) {
                    same.put(node.output(), before.inputs().get(0));
                    continue;
                }
                node = new Node(
                        node.name(),
                        node.operator(),
                        before.inputs(),
                        node.outputs(),
                        node.attributes().with("perm", both),
                        node.layer());
            }
            makers.put(node.output(), node);
            nodes.add(node);
        }
        return network.withNodes(nodes);
    }

    /** The order of axes, where it is said. */
    private static List<Integer> order(Node node) {
        return node.operator().equals("Transpose")
                ? node.attributes().integers("perm").orElse(List.of())
                : List.of();
    }
}
