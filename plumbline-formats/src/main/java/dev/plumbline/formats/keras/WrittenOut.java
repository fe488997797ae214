package dev.plumbline.formats.keras;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recurrent layer as one group of nodes for every step: for cells that no ONNX operator computes. */
final class WrittenOut {
    private final LayerScope layer;
    private final Expressions e;
    private final RecurrentCell cell;

    WrittenOut(LayerScope layer, RecurrentCell cell) {
        this.layer = layer;
        this.e = new Expressions(layer);
        this.cell = cell;
    }

    Recurrence run(Passage passage) {
        int steps = layer.size(passage.x(), 1);
        String x = cell.inputs(passage.x());
        cell.begin(passage.x());
        List<String> states = new ArrayList<>();
        for (int i = 0; i < cell.states(); i++) {
            String initial = passage.initial(i);
            states.add(initial == null ? cell.zero(i) : initial);
        }
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            int step = passage.backwards() ? steps - 1 - i : i;
            List<String> next = cell.step(e.select(x, 1, step), states);
            String output = next.get(0);
            String mask = passage.mask();
            if (mask != null) {
                String counts = cell.spread(e.part(mask, 1, step, step + 1));
                output = e.where(counts, output, before(passage, outputs));
                next = kept(counts, next, states);
            }
            states = next;
            outputs.add(output);
        }
        List<String> ordered = new ArrayList<>(outputs);
        if (passage.flipped()) {
            java.util.Collections.reverse(ordered);
        }
        String sequence = passage.sequence() ? e.stack(1, ordered) : "";
        return new Recurrence(sequence, outputs.get(steps - 1), passage.states() ? states : List.of());
    }

    private String before(Passage passage, List<String> outputs) {
        return passage.zeroElsewhere() || outputs.isEmpty() ? e.number(0) : outputs.get(outputs.size() - 1);
    }

    private List<String> kept(String counts, List<String> next, List<String> states) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            kept.add(e.where(counts, next.get(i), states.get(i)));
        }
        return kept;
    }

    /** A mask of dropout that is the same at all steps, of a shape that broadcasts over what it is for. */
    static @Nullable String drawn(Expressions e, String like, double rate) {
        if (rate <= 0) {
            return null;
        }
        String ones = e.node("Add", e.node("Mul", like, e.number(0)), e.number(1));
        return e.dropout(ones, rate);
    }
}
