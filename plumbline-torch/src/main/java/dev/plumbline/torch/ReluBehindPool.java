package dev.plumbline.torch;

import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ReLU right before a max pooling moves behind it, where fewer values are left. Both only ever pick or zero values,
 * so outputs and gradients stay what they were, bit for bit.
 */
final class ReluBehindPool {
    private ReluBehindPool() {}

    static Network of(Network network) {
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
                        && isPool(readers.get(0))
                        && !network.outputs().contains(relu.output())
                        && network.penalties().stream().noneMatch(p -> p.value().equals(relu.output()))
                ? Optional.of(readers.get(0))
                : Optional.empty();
    }

    /** Without its second output: where the largest stands may change where all are below zero. */
    private static boolean isPool(Node node) {
        return node.operator().equals("MaxPool")
                && node.outputs().stream().skip(1).allMatch(String::isEmpty);
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
