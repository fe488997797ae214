package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of Keras's LSTM, GRU or SimpleRNN with any activation and with dropout between steps (keras.layers.rnn). */
final class GatedCell implements RecurrentCell {
    private final LayerScope cell;
    private final Expressions e;
    private final CellKind kind;
    private final int units;
    private final boolean resetAfter;
    private final boolean biased;
    private @Nullable String kept;

    GatedCell(LayerScope cell, CellKind kind) {
        this.cell = cell;
        this.e = new Expressions(cell);
        this.kind = kind;
        this.units = cell.config().size("units");
        this.resetAfter = cell.config().flag("reset_after", false);
        this.biased = cell.config().flag("use_bias", true);
    }

    @Override
    public void begin(@Nullable String x) {
        double rate = cell.config().number("recurrent_dropout", 0);
        if (rate > 0 && x != null) {
            // ones for every example and unit, of which dropout takes some for the whole sequence
            String one = e.part(e.select(x, 1, 0), 1, 0, 1);
            String wide = e.node("Expand", e.node("Mul", one, e.number(0)), e.whole(1, units));
            kept = e.dropout(e.node("Add", wide, e.number(1)), rate);
        }
    }

    @Override
    public int states() {
        return kind.states();
    }

    @Override
    public String zero(int index) {
        return e.zeros(1, units);
    }

    @Override
    public String spread(String mask) {
        return mask;
    }

    @Override
    public String inputs(String x) {
        String kept = WrittenOut.drawn(e, e.part(x, 1, 0, 1), cell.config().number("dropout", 0));
        String seen = kept == null ? x : e.node("Mul", x, kept);
        String kernel = cell.weight("kernel", Shape.of(cell.size(x, 2), width()), Layout.SAME);
        recurrent();
        String made = e.node("MatMul", seen, kernel);
        if (!biased) {
            return made;
        }
        return e.node("Add", made, twoBiases() ? e.select(bias(), 0, 0) : bias());
    }

    private int width() {
        return kind.gates().size() * units;
    }

    private boolean twoBiases() {
        return kind == CellKind.GRU && resetAfter;
    }

    private String bias() {
        return cell.bias("bias", twoBiases() ? Shape.of(2, width()) : Shape.of(width()));
    }

    private String recurrent() {
        return cell.variable(VariableSpec.weight("recurrent_kernel", Shape.of(units, width()), Layout.SAME)
                .under("recurrent")
                .drawn(new Initializer.Orthogonal()));
    }

    @Override
    public List<String> step(String x, List<String> states) {
        String before = states.get(0);
        String h = kept == null ? before : e.node("Mul", before, kept);
        return switch (kind) {
            case LSTM -> lstm(x, h, states.get(1));
            case GRU -> List.of(resetAfter ? gruAfter(x, h) : gruBefore(x, h));
            case SIMPLE -> List.of(active("activation", e.node("Add", x, e.node("MatMul", h, recurrent()))));
        };
    }

    private List<String> lstm(String x, String h, String c) {
        List<String> z = split(e.node("Add", x, e.node("MatMul", h, recurrent())), 1);
        String input = active("recurrent_activation", z.get(0));
        String forget = active("recurrent_activation", z.get(1));
        String candidate = active("activation", z.get(2));
        String output = active("recurrent_activation", z.get(3));
        String next = e.node("Add", e.node("Mul", forget, c), e.node("Mul", input, candidate));
        return List.of(e.node("Mul", output, active("activation", next)), next);
    }

    private String gruAfter(String x, String h) {
        List<String> given = split(x, 1);
        String product = e.node("MatMul", h, recurrent());
        List<String> inner = split(biased ? e.node("Add", product, e.select(bias(), 0, 1)) : product, 1);
        String update = active("recurrent_activation", e.node("Add", given.get(0), inner.get(0)));
        String reset = active("recurrent_activation", e.node("Add", given.get(1), inner.get(1)));
        String candidate = active("activation", e.node("Add", given.get(2), e.node("Mul", reset, inner.get(2))));
        return mixed(update, h, candidate);
    }

    private String gruBefore(String x, String h) {
        List<String> given = split(x, 1);
        List<String> kernels = split(recurrent(), 1);
        String update =
                active("recurrent_activation", e.node("Add", given.get(0), e.node("MatMul", h, kernels.get(0))));
        String reset = active("recurrent_activation", e.node("Add", given.get(1), e.node("MatMul", h, kernels.get(1))));
        String inner = e.node("MatMul", e.node("Mul", reset, h), kernels.get(2));
        return mixed(update, h, active("activation", e.node("Add", given.get(2), inner)));
    }

    private String mixed(String update, String h, String candidate) {
        String rest = e.node("Sub", e.number(1), update);
        return e.node("Add", e.node("Mul", update, h), e.node("Mul", rest, candidate));
    }

    private List<String> split(String x, int axis) {
        int parts = kind.gates().size();
        return e.nodes("Split", Attributes.none().with("axis", axis).with("num_outputs", parts), parts, x);
    }

    private String active(String key, String x) {
        return Activations.of(cell, key, x);
    }
}
