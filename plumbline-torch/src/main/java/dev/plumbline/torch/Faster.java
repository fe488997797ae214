package dev.plumbline.torch;

import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Networks that give the same numbers in less time; for training, where nobody looks at a node by itself. What a
 * penalty reads keeps its value.
 */
final class Faster {
    private static final List<UnaryOperator<Network>> PASSES =
            List.of(Faster::seen, TransposesLast::of, PadIntoConv::of, ReluBehindPool::of, Faster::seen);

    private Faster() {}

    static Network of(Network network) {
        Network current = network;
        for (UnaryOperator<Network> pass : PASSES) {
            current = pass.apply(current);
        }
        return current;
    }

    /** Without nodes on which neither an output nor a penalty depends. */
    private static Network seen(Network network) {
        Set<String> seen = Wiring.seen(network, network.outputs());
        List<Node> kept = network.nodes().stream()
                .filter(n -> n.outputs().stream().anyMatch(seen::contains))
                .toList();
        return kept.size() == network.nodes().size()
                ? network
                : new Network(
                        network.inputs(),
                        kept,
                        network.parameters(),
                        network.outputs(),
                        network.layers(),
                        network.penalties(),
                        network.constraints());
    }
}
