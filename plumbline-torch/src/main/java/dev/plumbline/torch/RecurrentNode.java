package dev.plumbline.torch;

import dev.plumbline.data.LongTensor;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** An ONNX RNN, GRU or LSTM as both ways to write one see it; gates are in libtorch's order ({@link GateOrder}). */
final class RecurrentNode {
    private static final int BIAS = 3;
    private static final int LENGTHS = 4;
    private static final int FIRST_STATE = 5;

    private final NodeText n;
    private final String operator;

    RecurrentNode(NodeText n, String operator) {
        this.n = n;
        this.operator = operator;
    }

    NodeText text() {
        return n;
    }

    String operator() {
        return operator;
    }

    int directions() {
        return n.shape(1).get(0);
    }

    int hidden() {
        return n.shape(2).get(2);
    }

    boolean isBatchFirst() {
        return n.integer("layout", 0) == 1;
    }

    boolean isReverse() {
        return n.attributes().text("direction", "forward").equals("reverse");
    }

    boolean isBackward(int direction) {
        return isReverse() || direction == 1;
    }

    boolean hasBias() {
        return n.has(BIAS);
    }

    int states() {
        return operator.equals("LSTM") ? 2 : 1;
    }

    /** The functions of all directions, one behind the other. */
    List<RecurrentActivation> functions() {
        List<String> one = switch (operator) {
            case "LSTM" -> List.of("Sigmoid", "Tanh", "Tanh");
            case "GRU" -> List.of("Sigmoid", "Tanh");
            default -> List.of("Tanh");
        };
        return RecurrentActivation.of(
                n.attributes(),
                Collections.nCopies(directions(), one).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    /** One direction's matrix; a view, so that its gradient is one too. */
    String matrix(int index, int direction) {
        String matrix = directions() == 1
                ? "torch.squeeze(" + n.in(index) + ", 0)"
                : "torch.select(" + n.in(index) + ", 0, " + direction + ")";
        return n.let(ordered(index, matrix));
    }

    /** One direction's biases of the inputs and of the hidden state. */
    List<String> biases(int direction) {
        String one = directions() == 1
                ? "torch.reshape(" + n.in(BIAS) + ", [-1])"
                : "torch.select(" + n.in(BIAS) + ", 0, " + direction + ")";
        String halves = n.let("torch.chunk(" + one + ", 2)");
        return List.of(n.let(ordered(BIAS, halves + "[0]")), n.let(ordered(BIAS, halves + "[1]")));
    }

    private String ordered(int index, String gates) {
        GateOrder order = GateOrder.of(operator).orElse(null);
        if (order == null || n.inTorchOrder(index)) {
            return gates;
        }
        String parts = n.let("torch.chunk(" + gates + ", " + order.gates() + ")");
        List<String> reordered = java.util.Arrays.stream(order.toTorch())
                .mapToObj(place -> parts + "[" + place + "]")
                .toList();
        return "torch.cat([" + String.join(", ", reordered) + "])";
    }

    /** An initial state (directions, N, hidden): 0 is the hidden one, 1 the cell's. */
    String state(int which) {
        int index = FIRST_STATE + which;
        String batch = "torch.size(" + n.in(0) + ", " + (isBatchFirst() ? 0 : 1) + ")";
        String sizes = "[" + directions() + ", " + batch + ", " + hidden() + "]";
        if (!n.has(index)) {
            return n.let("torch.zeros(" + sizes + ", dtype="
                    + ScalarTypes.of(n.type(0).dtype()) + ")");
        }
        String given = isBatchFirst() ? "torch.transpose(" + n.in(index) + ", 0, 1)" : n.in(index);
        return n.let("torch.contiguous(torch.expand(" + given + ", " + sizes + "))");
    }

    /** How many steps each example has as int64; empty where all have all. */
    Optional<String> lengths() {
        int steps = n.shape(0).get(isBatchFirst() ? 1 : 0);
        boolean all = n.known(LENGTHS)
                .filter(known -> known instanceof LongTensor lengths
                        && LongStream.of(lengths.values()).allMatch(length -> length == steps))
                .isPresent();
        return n.has(LENGTHS) && !all ? Optional.of(n.let("torch.to(" + n.in(LENGTHS) + ", 4)")) : Optional.empty();
    }

    /** X with its steps first. */
    String stepsFirst() {
        return isBatchFirst() ? n.let("torch.transpose(" + n.in(0) + ", 0, 1)") : n.in(0);
    }

    /** A value (steps, N, ...) with each example's steps backwards; what lies behind its end stays where it is. */
    String reversed(String value, Optional<String> lengths) {
        if (lengths.isEmpty()) {
            return n.let("torch.flip(" + value + ", [0])");
        }
        String step = n.let("torch.unsqueeze(torch.arange(torch.size(" + value + ", 0)), 1)");
        String back = n.let("torch.sub(torch.unsqueeze(" + lengths.orElseThrow() + ", 0), torch.add(" + step + ", 1))");
        String from = n.let("torch.where(torch.ge(" + back + ", 0), " + back + ", " + step + ")");
        return n.let(
                "torch.gather(" + value + ", 0, torch.expand_as(torch.unsqueeze(" + from + ", 2), " + value + "))");
    }

    /** Gives the last states (directions, N, hidden). */
    void givesStates(List<String> states) {
        for (int i = 0; i < states.size(); i++) {
            n.gives(i + 1, isBatchFirst() ? "torch.transpose(" + states.get(i) + ", 0, 1)" : states.get(i));
        }
    }
}
