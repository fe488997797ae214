package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the first layer with weights is fed: the network's first input behind the fixed shifts and factors that the
 * network itself begins with (Keras's Rescaling and Normalization).
 *
 * @param steps the nodes that shift and scale, in order
 * @param isNormalized whether a normalization layer comes before any weights, so that the scale of inputs is no matter
 * @param values behind the steps, in the first step's batch; empty where there are none or nothing has run
 */
record FedInput(List<Node> steps, boolean isNormalized, Optional<Statistics> values) {
    private static final Set<String> SHAPES =
            Set.of("Identity", "Cast", "Reshape", "Flatten", "Transpose", "Squeeze", "Unsqueeze");
    private static final Set<String> STEPS = Set.of("Mul", "Div", "Add", "Sub");
    private static final Set<String> NORMS =
            Set.of("BatchNormalization", "LayerNormalization", "InstanceNormalization", "GroupNormalization");

    static FedInput of(Setup setup) {
        Network network = setup.network();
        List<Node> steps = new ArrayList<>();
        String value = network.inputs().keySet().iterator().next();
        value = behindAugmentation(network, value);
        List<Node> readers = network.readers(value);
        boolean normalized = false;
        while (readers.size() == 1) {
            Node node = readers.get(0);
            normalized = NORMS.contains(node.operator());
            boolean step = STEPS.contains(node.operator()) && isFixed(network, node, value);
            if (!step && !SHAPES.contains(node.operator())) {
                break;
            }
            if (step) {
                steps.add(node);
            }
            value = behindAugmentation(network, node.output());
            readers = network.readers(value);
        }
        return new FedInput(steps, normalized, steps.isEmpty() ? Optional.empty() : seen(setup, steps));
    }

    /** What a layer that changes images at random gives, which is of the same scale; the value itself elsewhere. */
    private static String behindAugmentation(Network network, String value) {
        List<String> layers = network.readers(value).stream()
                .map(Node::layer)
                .distinct()
                .filter(name -> network.layers().stream()
                        .anyMatch(l -> l.name().equals(name) && l.type().startsWith("Random")))
                .toList();
        if (layers.size() != 1 || network.readers(value).stream().anyMatch(n -> !layers.contains(n.layer()))) {
            return value;
        }
        return network.nodes().stream()
                .filter(n -> layers.contains(n.layer()))
                .reduce((first, last) -> last)
                .map(last -> behindAugmentation(network, last.output()))
                .orElse(value);
    }

    private static boolean isFixed(Network network, Node node, String value) {
        return node.inputs().stream()
                .filter(input -> !input.equals(value))
                .allMatch(input -> network.parameter(input)
                        .filter(p -> !p.isLearnable() && p.role() != Parameter.Role.WEIGHT)
                        .isPresent());
    }

    private static Optional<Statistics> seen(Setup setup, List<Node> steps) {
        String last = steps.get(steps.size() - 1).name();
        return setup.observed().first().stream()
                .flatMap(snapshot -> snapshot.nodes().stream())
                .filter(view -> view.node().equals(last))
                .map(NodeView::value)
                .findFirst();
    }

    /** The factors among the steps that can be taken out: what is scaled stands first. */
    List<Node> factors(Setup setup) {
        return steps.stream()
                .filter(n -> n.operator().equals("Mul") || n.operator().equals("Div"))
                .filter(n -> setup.network().parameter(n.inputs().get(0)).isEmpty())
                .toList();
    }
}
