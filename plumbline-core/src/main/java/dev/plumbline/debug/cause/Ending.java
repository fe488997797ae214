package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands between the last weights and the loss, read from the loss backwards. Nodes that only change how values
 * are seen, or hand them on (views, casts, dropout, clips), are left out, and so is the addition of a bias.
 *
 * @param nodes the nodes that change values, the one nearest to the loss first
 * @param views the nodes that were left out
 * @param weighted the node with the last weights; empty where the way forks before one is met
 */
record Ending(List<Node> nodes, List<Node> views, Optional<Node> weighted) {
    static final Set<String> ACTIVATIONS = Set.of(
            "Relu",
            "LeakyRelu",
            "PRelu",
            "Elu",
            "Selu",
            "Celu",
            "Gelu",
            "Tanh",
            "Sigmoid",
            "HardSigmoid",
            "HardSwish",
            "Softplus",
            "Softsign",
            "Softmax",
            "LogSoftmax",
            "ThresholdedRelu",
            "Mish");
    private static final Set<String> VIEWS = Set.of(
            "Identity",
            "Reshape",
            "Flatten",
            "Squeeze",
            "Unsqueeze",
            "Cast",
            "CastLike",
            "Transpose",
            "Dropout",
            "Clip");
    private static final Set<String> WEIGHTED = Set.of("Gemm", "MatMul", "Conv", "ConvTranspose", "LSTM", "GRU", "RNN");

    static Ending of(Setup setup) {
        return of(setup.network());
    }

    static Ending of(Network network) {
        List<Node> nodes = new ArrayList<>();
        List<Node> views = new ArrayList<>();
        Optional<Node> at = network.maker(network.output());
        while (at.isPresent() && !isWeighted(at.get(), network)) {
            Node node = at.get();
            List<String> data = node.inputs().stream()
                    .filter(in -> network.maker(in).isPresent())
                    .distinct()
                    .toList();
            if (data.size() != 1) {
                return new Ending(nodes, views, Optional.empty());
            }
            boolean bias = node.operator().equals("Add") && node.inputs().size() == 2;
            if (VIEWS.contains(node.operator())) {
                views.add(node);
            } else if (!bias) {
                nodes.add(node);
            }
            at = network.maker(data.get(0));
        }
        return new Ending(nodes, views, at);
    }

    private static boolean isWeighted(Node node, Network network) {
        return WEIGHTED.contains(node.operator())
                && node.inputs().size() > 1
                && network.parameter(node.inputs().get(1)).isPresent();
    }

    /** The activation whose values the loss sees; empty where the last node is none. */
    Optional<Node> activation() {
        return nodes.stream().findFirst().filter(n -> ACTIVATIONS.contains(n.operator()));
    }

    /** The activation right before the one that the loss sees. */
    Optional<Node> before() {
        return nodes.stream().skip(1).findFirst().filter(n -> ACTIVATIONS.contains(n.operator()));
    }

    /** All activations behind the last weights. */
    List<Node> activations() {
        return nodes.stream().filter(n -> ACTIVATIONS.contains(n.operator())).toList();
    }

    /** The operator that the loss sees the values of; of the last weights where nothing stands behind them. */
    String operator() {
        return nodes.stream().findFirst().or(() -> weighted).map(Node::operator).orElse("an input");
    }

    /** The edits that leave nothing between the last weights and the loss but views; empty text where nothing does. */
    String linear() {
        return activations().stream().map(n -> "remove-node=" + n.name()).collect(Collectors.joining(" "));
    }

    /** The same, and the loss that takes what is then given. */
    String linearWith(String loss) {
        return (linear() + " loss=" + loss).strip();
    }

    /** How a finding names a node. */
    static String subject(Node node) {
        return "layer " + node.layer() + ", node " + node.name();
    }
}
