package dev.plumbline.debug;

import dev.plumbline.network.Node;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * One layer of a network, from shapes alone.
 *
 * @param name as its author called it
 * @param type what it is
 * @param output its last node's first output
 * @param parameters numbers it holds
 * @param trainable how many of them training moves
 * @param activationBytes what its nodes' outputs take for one example
 * @param nodes what it computes, in order
 * @param from the layers and inputs that it reads, in order
 */
public record LayerSummary(
        String name,
        String type,
        ValueType output,
        long parameters,
        long trainable,
        long activationBytes,
        List<Node> nodes,
        List<String> from) {
    public LayerSummary {
        nodes = List.copyOf(nodes);
        from = List.copyOf(from);
    }
}
