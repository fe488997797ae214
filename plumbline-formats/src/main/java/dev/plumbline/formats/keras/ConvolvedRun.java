package dev.plumbline.formats.keras;

import java.util.ArrayList;
import java.util.List;

/** A ConvLSTM over images in Keras's layout, computed channels first. */
final class ConvolvedRun {
    private final LayerScope cell;

    ConvolvedRun(LayerScope cell) {
        this.cell = cell;
    }

    Recurrence run(Passage passage) {
        if (cell.config().channelsFirst()) {
            return new WrittenOut(cell, new ConvolvedCell(cell, passage.x())).run(passage);
        }
        String x = first(passage.x(), 2);
        List<String> initial =
                passage.initial().stream().map(state -> first(state, 1)).toList();
        Passage turned = passage.over(x, passage.mask()).with(initial, passage.sequence());
        Recurrence made = new WrittenOut(cell, new ConvolvedCell(cell, x)).run(turned);
        return new Recurrence(
                passage.sequence() ? last(made.sequence(), 2) : "",
                last(made.last(), 1),
                made.states().stream().map(state -> last(state, 1)).toList());
    }

    /** The last axis moved to a place. */
    private String first(String x, int place) {
        List<Integer> order = axes(cell.rank(x) - 1);
        order.add(place, cell.rank(x) - 1);
        return cell.transpose(x, order);
    }

    /** The axis of a place moved to the end. */
    private String last(String x, int place) {
        List<Integer> order = axes(cell.rank(x));
        order.remove(place);
        order.add(place);
        return cell.transpose(x, order);
    }

    private static List<Integer> axes(int count) {
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            axes.add(i);
        }
        return axes;
    }
}
