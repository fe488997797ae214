package dev.plumbline.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Recurrent layers by libtorch's own kernels, which take all steps, both directions and packed sequences at once. */
final class FusedRecurrence {
    private final RecurrentNode node;
    private final NodeText n;
    private final String function;

    private FusedRecurrence(RecurrentNode node, String function) {
        this.node = node;
        this.n = node.text();
        this.function = function;
    }

    /** Empty where libtorch has no kernel for the node's settings. */
    static Optional<FusedRecurrence> of(RecurrentNode node) {
        NodeText n = node.text();
        if (n.attributes().has("clip") || n.integer("input_forget", 0) == 1 || n.has(7)) {
            return Optional.empty();
        }
        List<String> functions =
                node.functions().stream().map(RecurrentActivation::name).toList();
        int each = functions.size() / node.directions();
        List<String> first = functions.subList(0, each);
        boolean same = IntStream.range(0, functions.size())
                .allMatch(i -> functions.get(i).equals(functions.get(i % each)));
        String function = switch (node.operator()) {
            case "LSTM" -> first.equals(List.of("sigmoid", "tanh", "tanh")) ? "lstm" : "";
            case "GRU" ->
                first.equals(List.of("sigmoid", "tanh")) && n.integer("linear_before_reset", 0) != 0 ? "gru" : "";
            default -> first.equals(List.of("tanh")) || first.equals(List.of("relu")) ? "rnn_" + first.get(0) : "";
        };
        return same && !function.isEmpty() ? Optional.of(new FusedRecurrence(node, function)) : Optional.empty();
    }

    String write() {
        Optional<String> lengths = node.lengths();
        return lengths.isPresent() ? packed(lengths.orElseThrow()) : whole();
    }

    private String whole() {
        boolean batchFirst = node.isBatchFirst();
        String axis = batchFirst ? "[1]" : "[0]";
        String x = node.isReverse() ? n.let("torch.flip(" + n.in(0) + ", " + axis + ")") : n.in(0);
        String all = n.let("torch." + function + "(" + x + ", " + states(states()) + ", " + settings() + ", "
                + truth(batchFirst) + ")");
        String y = "(" + all + ")[0]";
        if (node.isReverse()) {
            y = "torch.flip(" + y + ", " + axis + ")";
        }
        node.givesStates(lastStates(all));
        String split = byDirection(y, x);
        return batchFirst ? split : "torch.transpose(" + split + ", 1, 2)";
    }

    /** Longest first, as libtorch packs them; an example without steps is run for one, which then does not count. */
    private String packed(String lengths) {
        String x = node.stepsFirst();
        if (node.isReverse()) {
            x = node.reversed(x, Optional.of(lengths));
        }
        String sorted = n.let("torch.sort(torch.clamp(" + lengths + ", 1), 0, True)");
        String order = n.let("(" + sorted + ")[1]");
        String back = n.let("torch.argsort(" + order + ")");
        String packed = n.let("torch._pack_padded_sequence(" + selected(x, order) + ", (" + sorted + ")[0], False)");
        List<String> initial = states();
        List<String> given =
                initial.stream().map(state -> n.let(selected(state, order))).toList();
        String all = n.let("torch." + function + "((" + packed + ")[0], (" + packed + ")[1], " + states(given) + ", "
                + settings() + ")");
        String padded = n.let("torch._pad_packed_sequence((" + all + ")[0], (" + packed + ")[1], False, 0., torch.size("
                + x + ", 0))");
        String y = n.let(selected("(" + padded + ")[0]", back));
        if (node.isReverse()) {
            y = node.reversed(y, Optional.of(lengths));
        }
        String alive = n.let("torch.reshape(torch.gt(" + lengths + ", 0), [1, -1, 1])");
        y = n.let("torch.where(" + alive + ", " + y + ", torch.zeros_like(" + y + "))");
        List<String> last = new ArrayList<>();
        for (int i = 0; i < initial.size(); i++) {
            last.add(n.let("torch.where(" + alive + ", "
                    + selected(lastStates(all).get(i), back) + ", " + initial.get(i) + ")"));
        }
        node.givesStates(last);
        String split = n.let(byDirection(y, x));
        return node.isBatchFirst() ? "torch.transpose(" + split + ", 0, 1)" : "torch.transpose(" + split + ", 1, 2)";
    }

    private static String selected(String value, String order) {
        return "torch.index_select(" + value + ", 1, " + order + ")";
    }

    private List<String> states() {
        return IntStream.range(0, node.states()).mapToObj(node::state).toList();
    }

    /** An LSTM takes a list of two, the others one. */
    private String states(List<String> states) {
        return states.size() == 1 ? states.get(0) : states.toString();
    }

    private List<String> lastStates(String all) {
        return IntStream.range(0, node.states())
                .mapToObj(i -> "(" + all + ")[" + (i + 1) + "]")
                .toList();
    }

    private String settings() {
        List<String> weights = new ArrayList<>();
        for (int d = 0; d < node.directions(); d++) {
            weights.add(node.matrix(1, d));
            weights.add(node.matrix(2, d));
            if (node.hasBias()) {
                weights.addAll(node.biases(d));
            }
        }
        return weights + ", " + truth(node.hasBias()) + ", 1, 0., " + truth(n.training()) + ", "
                + truth(node.directions() == 2);
    }

    private static String truth(boolean value) {
        return value ? "True" : "False";
    }

    /** The hidden states of both directions side by side, as two axes. */
    private String byDirection(String y, String x) {
        return "torch.reshape(" + y + ", [torch.size(" + x + ", 0), torch.size(" + x + ", 1), " + node.directions()
                + ", " + node.hidden() + "])";
    }
}
