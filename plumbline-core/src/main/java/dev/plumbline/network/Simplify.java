package dev.plumbline.network;

import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Takes away what exporters leave between the layers, without changing what a network computes: values that are known
 * beforehand become constants, nodes that only hand on go away, weights are stored as they are used, and what nobody
 * reads is dropped. Names of inputs and outputs stay.
 */
public final class Simplify {
    private final Operators operators;

    private Simplify(Operators operators) {
        this.operators = operators;
    }

    /**
     * The same network with less between its layers.
     *
     * @throws dev.plumbline.UnusableInputException naming the node, if the network's shapes do not fit
     */
    public static Network simplify(Network network, Operators operators) {
        return new Simplify(operators).all(network);
    }

    private Network all(Network network) {
        Network current = used(network);
        ShapeInference.Known known = new ShapeInference(operators).know(current);
        current = used(new KnownValues(known).replaced(current));
        current = used(new HandedOn(current).removed());
        current = used(new StoredWeights(current).folded());
        return used(new Transposes(current).merged());
    }

    /** Without nodes, parameters and layers that lead to no output; drawn numbers count as read by what reads them. */
    static Network used(Network network) {
        Set<String> read = new HashSet<>(network.outputs());
        network.penalties().forEach(p -> read.add(p.value()));
        List<Node> kept = new ArrayList<>();
        for (int i = network.nodes().size() - 1; i >= 0; i--) {
            Node node = network.nodes().get(i);
            if (node.outputs().stream().anyMatch(read::contains)) {
                kept.add(node);
                read.addAll(node.inputs());
            }
        }
        java.util.Collections.reverse(kept);
        Set<String> layers = new LinkedHashSet<>();
        kept.forEach(n -> layers.add(n.layer()));
        return new Network(
                network.inputs(),
                kept,
                network.parameters().stream()
                        .filter(p -> read.contains(p.name()))
                        .toList(),
                network.outputs(),
                network.layers().stream().filter(l -> layers.contains(l.name())).toList(),
                network.penalties(),
                network.constraints().stream()
                        .filter(c -> read.contains(c.parameter()))
                        .toList());
    }

    /** The parameter of a name, or null. */
    static <T> T required(@org.jspecify.annotations.Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
