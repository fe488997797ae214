package dev.plumbline.torch;

import java.util.List;

/**
 * One step of one direction of an RNN, GRU or LSTM, by the equations of the ONNX specification. {@code clip} bounds
 * what goes into the gates' functions.
 */
final class RecurrentCell {
    private static final int PEEPHOLES = 7;

    private final NodeText n;
    private final String operator;
    private final int hidden;
    private final List<RecurrentActivation> functions;
    private final String weight;
    private final String recurrence;
    private final List<String> biases;
    private final List<String> peepholes;
    private final boolean resetsAfter;

    RecurrentCell(RecurrentNode node, int direction) {
        this.n = node.text();
        this.operator = node.operator();
        this.hidden = node.hidden();
        List<RecurrentActivation> all = node.functions();
        int each = all.size() / node.directions();
        this.functions = all.subList(direction * each, (direction + 1) * each);
        this.weight = node.matrix(1, direction);
        this.recurrence = node.matrix(2, direction);
        this.biases = node.hasBias() ? node.biases(direction) : List.of();
        this.resetsAfter = n.integer("linear_before_reset", 0) != 0;
        String held = operator.equals("LSTM") && n.has(PEEPHOLES)
                ? n.let("torch.select(" + n.in(PEEPHOLES) + ", 0, " + direction + ")")
                : "";
        this.peepholes = held.isEmpty()
                ? List.of()
                : List.of(n.let(part(held, 0, 0, 1)), n.let(part(held, 0, 1, 1)), n.let(part(held, 0, 2, 1)));
    }

    /** What the inputs add to the gates, at all steps at once. */
    String ofInputs(String x) {
        if (biases.isEmpty()) {
            return n.let("torch.linear(" + x + ", " + weight + ")");
        }
        String recurrent = biases.get(1);
        if (operator.equals("GRU") && resetsAfter) {
            // the reset gate multiplies the hidden gate's bias too
            recurrent = n.let("torch.constant_pad_nd(" + part(recurrent, 0, 0, 2) + ", [0, " + hidden + "])");
        }
        String bias = n.let("torch.add(" + biases.get(0) + ", " + recurrent + ")");
        return n.let("torch.linear(" + x + ", " + weight + ", " + bias + ")");
    }

    /** The next states from what the inputs add and the states before. */
    List<String> step(String inputs, List<String> states) {
        return switch (operator) {
            case "LSTM" -> lstm(inputs, states.get(0), states.get(1));
            case "GRU" -> List.of(gru(inputs, states.get(0)));
            default -> List.of(n.let(function(0, plus(inputs, times(states.get(0), recurrence)))));
        };
    }

    private String gru(String inputs, String h) {
        String recurrent = n.let(times(h, resetsAfter ? recurrence : part(recurrence, 0, 0, 2)));
        String both = n.let(function(0, plus(part(inputs, 1, 0, 2), part(recurrent, 1, 0, 2))));
        String reset = part(both, 1, 0, 1);
        String update = part(both, 1, 1, 1);
        String into;
        if (resetsAfter) {
            String part = part(recurrent, 1, 2, 1);
            into = product(reset, biases.isEmpty() ? part : plus(part, part(biases.get(1), 0, 2, 1)));
        } else {
            into = times(product(reset, h), part(recurrence, 0, 2, 1));
        }
        String candidate = n.let(function(1, plus(part(inputs, 1, 2, 1), into)));
        return n.let("torch.lerp(" + candidate + ", " + h + ", " + update + ")");
    }

    private List<String> lstm(String inputs, String h, String c) {
        String gates = n.let(plus(inputs, times(h, recurrence)));
        String input = n.let(function(0, peeping(part(gates, 1, 0, 1), 0, c)));
        String forget = n.let(
                n.integer("input_forget", 0) == 1
                        ? "torch.rsub(" + input + ", 1)"
                        : function(0, peeping(part(gates, 1, 1, 1), 2, c)));
        String candidate = n.let(function(1, part(gates, 1, 2, 1)));
        String cell = n.let(plus(product(forget, c), product(input, candidate)));
        String output = n.let(function(0, peeping(part(gates, 1, 3, 1), 1, cell)));
        return List.of(n.let(product(output, functions.get(2).of(cell))), cell);
    }

    private String peeping(String gate, int peephole, String cell) {
        return peepholes.isEmpty() ? gate : plus(gate, product(peepholes.get(peephole), cell));
    }

    private String function(int which, String expression) {
        String limit = n.literal("clip", 0);
        String bounded = n.attributes().has("clip")
                ? "torch.clamp(" + expression + ", torch.neg(" + limit + "), " + limit + ")"
                : expression;
        return functions.get(which).of(n.let(bounded));
    }

    /** Blocks of one size each along an axis: gates. */
    private String part(String value, int axis, int first, int count) {
        return "torch.narrow(" + value + ", " + axis + ", " + first * hidden + ", " + count * hidden + ")";
    }

    private static String times(String value, String matrix) {
        return "torch.linear(" + value + ", " + matrix + ")";
    }

    private static String plus(String a, String b) {
        return "torch.add(" + a + ", " + b + ")";
    }

    private static String product(String a, String b) {
        return "torch.mul(" + a + ", " + b + ")";
    }
}
