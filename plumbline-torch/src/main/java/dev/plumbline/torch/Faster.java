package dev.plumbline.torch;

import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Networks that give the same numbers in less time; for training, where nobody looks at a node by itself. What a
 * penalty reads keeps its value.
 */
final class Faster {
    private Faster() {}

    static Network of(Network network) {
        return pooledFirst(seen(network));
    }

    /** Without nodes on which neither the output that the loss sees nor a penalty depends. */
    private static Network seen(Network network) {
        Set<String> seen = Wiring.seen(network);
        List<Node> kept = network.nodes().stream()
                .filter(n -> n.outputs().stream().anyMatch(seen::contains))
                .toList();
        return kept.size() == network.nodes().size()
                ? network
                : new Network(
                        network.inputs(),
                        kept,
                        network.parameters(),
                        List.of(network.output()),
                        network.layers(),
                        network.penalties(),
                        network.constraints());
    }

    /**
     * A ReLU right before a max pooling moves behind it, where fewer values are left. Both only ever pick or zero
     * values, so outputs and gradients stay what they were, bit for bit.
     */
    private static Network pooledFirst(Network network) {
        Network current = network;
        for (Node relu : network.nodes()) {
            Optional<Node> pool = relu.operator().equals("Relu") ? onlyPool(network, relu) : Optional.empty();
            if (pool.isPresent()) {
                current = swapped(current, relu, pool.get());
            }
        }
        return current;
    }

    private static Optional<Node> onlyPool(Network network, Node relu) {
        List<Node> readers = network.readers(relu.output());
        return readers.size() == 1
                        && readers.get(0).operator().equals("MaxPool")
                        && !network.outputs().contains(relu.output())
                        && network.penalties().stream().noneMatch(p -> p.value().equals(relu.output()))
                ? Optional.of(readers.get(0))
                : Optional.empty();
    }

    private static Network swapped(Network network, Node relu, Node pool) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            if (node.name().equals(pool.name())) {
                nodes.add(new Node(
                        pool.name(), pool.operator(), relu.inputs(), relu.outputs(), pool.attributes(), pool.layer()));
                nodes.add(new Node(
                        relu.name(), relu.operator(), relu.outputs(), pool.outputs(), relu.attributes(), relu.layer()));
            } else if (!node.name().equals(relu.name())) {
                nodes.add(node);
            }
        }
        return network.withNodes(nodes);
    }
}
