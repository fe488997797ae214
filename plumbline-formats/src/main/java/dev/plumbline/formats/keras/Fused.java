package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recurrent layer as ONNX's LSTM, GRU or RNN, which the engine computes by one kernel. Keras has one bias where ONNX
 * has two: the second is zero and no parameter, so that training moves what Keras moves.
 */
final class Fused {
    /** Keras's names of activations as ONNX has them; both without settings. */
    private static final Map<String, String> ACTIVATIONS = Map.of(
            "tanh", "Tanh", "sigmoid", "Sigmoid", "relu", "Relu", "softsign", "Softsign", "softplus", "Softplus");

    private final LayerScope cell;
    private final Expressions e;
    private final CellKind kind;
    private final int units;
    private final boolean resetAfter;

    Fused(LayerScope cell, CellKind kind) {
        this.cell = cell;
        this.e = new Expressions(cell);
        this.kind = kind;
        this.units = cell.config().size("units");
        this.resetAfter = cell.config().flag("reset_after", false);
    }

    /** Whether an ONNX operator computes what the settings ask for. */
    static boolean fits(LayerScope cell, CellKind kind) {
        LayerConfig config = cell.config();
        return config.number("recurrent_dropout", 0) == 0
                && ACTIVATIONS.containsKey(activation(config, "activation", "tanh"))
                && (kind == CellKind.SIMPLE
                        || ACTIVATIONS.containsKey(activation(config, "recurrent_activation", "sigmoid")));
    }

    private static String activation(LayerConfig config, String key, String byDefault) {
        if (config.json().has(key) && config.get(key).isNull()) {
            return "linear";
        }
        return config.has(key) ? KerasObject.of(config.get(key)).className().toLowerCase(Locale.ROOT) : byDefault;
    }

    Recurrence run(Passage passage) {
        String mask = passage.mask();
        return mask == null ? over(passage) : masked(passage, mask);
    }

    private Recurrence over(Passage passage) {
        List<String> made = operator(passage.x(), passage.backwards() ? "reverse" : "forward", "", passage.initial());
        boolean reversed = passage.sequence() && passage.backwards() != passage.flipped();
        String all = passage.sequence() ? e.squeeze(made.get(0), 2) : "";
        String last = e.squeeze(made.get(1), 1);
        List<String> states = new ArrayList<>();
        if (passage.states()) {
            states.add(last);
            if (kind == CellKind.LSTM) {
                states.add(e.squeeze(made.get(2), 1));
            }
        }
        return new Recurrence(reversed ? e.reverse(all, 1) : all, last, states);
    }

    private Recurrence masked(Passage passage, String given) {
        String x = passage.backwards() ? e.reverse(passage.x(), 1) : passage.x();
        String mask = passage.backwards() ? e.reverse(given, 1) : given;
        MaskedSteps steps = new MaskedSteps(e, mask, cell.size(x, 1));
        boolean wantsCell = passage.states() && kind == CellKind.LSTM;
        List<String> made = operator(steps.front(x), "forward", wantsCell ? steps.lengths() : "", passage.initial());
        String all = e.squeeze(made.get(0), 2);
        String last = steps.last(all, null);
        if (passage.zeroElsewhere()) {
            last = e.where(steps.lastCounts(), last, e.number(0));
        }
        List<String> states = new ArrayList<>();
        if (passage.states()) {
            states.add(steps.last(all, passage.initial(0)));
            if (wantsCell) {
                states.add(steps.atLeastOne(e.squeeze(made.get(2), 1), passage.initial(1)));
            }
        }
        String sequence = "";
        if (passage.sequence()) {
            sequence = steps.back(all, passage.zeroElsewhere());
            sequence = passage.flipped() ? e.reverse(sequence, 1) : sequence;
        }
        return new Recurrence(sequence, last, states);
    }

    private List<String> operator(String x, String direction, String lengths, List<String> initial) {
        int features = cell.size(x, 2);
        int width = kind.gates().size() * units;
        String kernel =
                cell.variable(VariableSpec.weight("kernel", Shape.of(features, width), new Gates(kind.gates(), true)));
        String recurrent = cell.variable(
                VariableSpec.weight("recurrent_kernel", Shape.of(units, width), new Gates(kind.gates(), true))
                        .under("recurrent")
                        .drawn(new Initializer.Orthogonal()));
        List<String> inputs = new ArrayList<>(List.of(dropped(x), kernel, recurrent, bias(width), lengths));
        initial.forEach(state -> inputs.add(e.unsqueeze(state, 1)));
        while (inputs.get(inputs.size() - 1).isEmpty()) {
            inputs.remove(inputs.size() - 1);
        }
        Attributes attributes = Attributes.none().with("hidden_size", units).with("layout", 1);
        if (!direction.equals("forward")) {
            attributes = attributes.with("direction", direction);
        }
        if (kind == CellKind.GRU) {
            attributes = attributes.with("linear_before_reset", resetAfter ? 1 : 0);
        }
        attributes = withActivations(attributes);
        return e.nodes(kind.operator(), attributes, 1 + kind.states(), inputs.toArray(String[]::new));
    }

    private Attributes withActivations(Attributes attributes) {
        String usual = onnx("activation", "tanh");
        if (kind == CellKind.SIMPLE) {
            return usual.equals("Tanh") ? attributes : attributes.withAny("activations", List.of(usual));
        }
        String gate = onnx("recurrent_activation", "sigmoid");
        if (usual.equals("Tanh") && gate.equals("Sigmoid")) {
            return attributes;
        }
        return attributes.withAny(
                "activations", kind == CellKind.LSTM ? List.of(gate, usual, usual) : List.of(gate, usual));
    }

    private String onnx(String key, String byDefault) {
        return ACTIVATIONS.getOrDefault(activation(cell.config(), key, byDefault), "Tanh");
    }

    /** Both biases in one row; empty text for none. */
    private String bias(int width) {
        if (!cell.config().flag("use_bias", true)) {
            return "";
        }
        boolean two = kind == CellKind.GRU && resetAfter;
        Shape shape = two ? Shape.of(2, width) : Shape.of(width);
        String bias = cell.variable(VariableSpec.bias("bias", shape).in(new Gates(kind.gates(), false)));
        return two ? bias : e.concat(1, List.of(bias, e.zeros(1, width)));
    }

    /** Keras drops the same features at all steps. */
    private String dropped(String x) {
        @Nullable
        String kept = WrittenOut.drawn(e, e.part(x, 1, 0, 1), cell.config().number("dropout", 0));
        return kept == null ? x : e.node("Mul", x, kept);
    }
}
