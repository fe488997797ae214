package dev.plumbline.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The nodes of a graph that multiply by weights, told apart into hidden ones and those that give the output: between
 * these and the output there are no more weights.
 */
public final class HiddenLayers {
    private static final Set<String> DENSE = Set.of("Gemm", "MatMul");
    private static final Set<String> CONVOLUTIONS = Set.of("Conv", "ConvTranspose");
    private static final Set<String> RECURRENT = Set.of("LSTM", "GRU", "RNN");

    private final Network network;
    private final Set<String> outputs;
    private final Set<String> behindWeights = new HashSet<>();
    private final Set<String> beyond = new HashSet<>();

    public HiddenLayers(Network network) {
        this.network = network;
        this.outputs = outputs(network);
        for (Node node : network.nodes()) {
            boolean behind = node.inputs().stream().anyMatch(behindWeights::contains);
            if (behind || isWeighted(node)) {
                behindWeights.addAll(node.outputs());
            }
        }
    }

    /** Whether the node multiplies by a parameter. */
    public boolean isWeighted(Node node) {
        boolean matrix = DENSE.contains(node.operator()) || CONVOLUTIONS.contains(node.operator());
        return (matrix || RECURRENT.contains(node.operator())) && weight(node).isPresent();
    }

    public static boolean isDense(Node node) {
        return DENSE.contains(node.operator());
    }

    public static boolean isConvolution(Node node) {
        return CONVOLUTIONS.contains(node.operator());
    }

    public static boolean isRecurrent(Node node) {
        return RECURRENT.contains(node.operator());
    }

    /** The matrix or kernel: the second input, where it is a parameter that training could move. */
    public Optional<Parameter> weight(Node node) {
        return node.inputs().size() < 2
                ? Optional.empty()
                : network.parameter(node.inputs().get(1)).filter(Parameter::isLearnable);
    }

    /** Whether it gives the network's output. */
    public boolean isOutput(Node node) {
        return outputs.contains(node.name());
    }

    /** Whether what the node reads has come through weights before. */
    public boolean isBehindWeights(Node node) {
        return behindWeights.contains(node.inputs().get(0));
    }

    /** Whether nothing but the output's own sum, and no more weights, lies between it and the output. */
    public boolean isBehindOutput(Node node) {
        return beyond.contains(node.name());
    }

    /** Whether a value has come through weights. */
    boolean isBehindWeights(String value) {
        return behindWeights.contains(value);
    }

    /** Softmax nodes between one layer's sum and the next layer's weights, where they make units compete. */
    public List<Node> squeezing() {
        return network.nodes().stream()
                .filter(n -> n.operator().equals("Softmax") && isBehindWeights(n))
                .filter(n -> network.maker(n.inputs().get(0))
                        .filter(maker -> isWeighted(maker) || maker.operator().equals("Add") && adds(maker))
                        .isPresent())
                .filter(n -> !network.readers(n.output()).isEmpty()
                        && network.readers(n.output()).stream().allMatch(this::isWeighted))
                .toList();
    }

    /** Whether it adds a bias to a layer's sum. */
    private boolean adds(Node add) {
        return add.inputs().stream().anyMatch(in -> network.parameter(in).isPresent())
                && add.inputs().stream()
                        .anyMatch(
                                in -> network.maker(in).filter(this::isWeighted).isPresent());
    }

    /** The hidden ones, in order. */
    public List<Node> hidden() {
        return network.nodes().stream()
                .filter(n -> isWeighted(n) && !isOutput(n))
                .toList();
    }

    /** The last value of a layer's sum: that of the node itself, or of the Add of its bias right behind. */
    String sum(Node node) {
        List<Node> readers = network.readers(node.output());
        if (readers.size() == 1 && readers.get(0).operator().equals("Add")) {
            Node add = readers.get(0);
            String other = add.inputs().get(add.inputs().get(0).equals(node.output()) ? 1 : 0);
            if (network.parameter(other).filter(Parameter::isLearnable).isPresent()) {
                return add.output();
            }
        }
        return node.output();
    }

    private Set<String> outputs(Network whole) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(whole.outputs());
        while (!open.isEmpty()) {
            String value = open.remove(open.size() - 1);
            if (!seen.add(value)) {
                continue;
            }
            whole.maker(value).ifPresent(node -> {
                if (isWeighted(node)) {
                    found.add(node.name());
                } else {
                    beyond.add(node.name());
                    open.addAll(node.inputs());
                }
            });
        }
        return found;
    }
}
