package dev.plumbline.tune.sampler.tpe;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The finished trials of a study as columns of numbers, and their order from the best to the worst. Grows with the
 * study.
 */
final class Observations {
    private final Map<String, Column> columns = new HashMap<>();
    private @Nullable TrialRecord last;
    private int consumed;
    private TrialRecord[] trials = new TrialRecord[16];
    private int count;
    private int[] order = new int[16];

    /** Takes in what has finished since the last call. */
    void update(History history) {
        List<TrialRecord> finished = history.finished();
        if (consumed > finished.size() || (consumed > 0 && finished.get(consumed - 1) != last)) {
            columns.clear();
            consumed = 0;
            count = 0;
        }
        Direction direction = history.direction();
        for (; consumed < finished.size(); consumed++) {
            last = finished.get(consumed);
            if (last.state() != TrialState.FAILED && !last.values().isEmpty()) {
                add(last, direction);
            }
        }
    }

    private void add(TrialRecord trial, Direction direction) {
        if (count == trials.length) {
            trials = Arrays.copyOf(trials, 2 * count);
            order = Arrays.copyOf(order, 2 * count);
        }
        trials[count] = trial;
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(trial, trials[order[middle]], direction) < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        System.arraycopy(order, low, order, low + 1, count - low);
        order[low] = count++;
    }

    private static int compare(TrialRecord a, TrialRecord b, Direction direction) {
        int feasible = Double.compare(a.violation(), b.violation());
        if (feasible != 0) {
            return feasible;
        }
        if (a.state() != b.state()) {
            return a.state() == TrialState.COMPLETE ? -1 : 1;
        }
        if (a.state() == TrialState.PRUNED
                && !a.intermediate().isEmpty()
                && !b.intermediate().isEmpty()) {
            int longer =
                    Integer.compare(b.intermediate().lastKey(), a.intermediate().lastKey());
            if (longer != 0) {
                return longer;
            }
        }
        return Double.compare(
                direction.loss(a.values().get(0)), direction.loss(b.values().get(0)));
    }

    int count() {
        return count;
    }

    /** The trial at a place of the order from the best to the worst. */
    int ranked(int place) {
        return order[place];
    }

    TrialRecord trial(int index) {
        return trials[index];
    }

    /** Where each trial's value lies in [0, 1]; NaN where it has none that the domain holds. */
    double[] column(Parameter parameter) {
        Column column = columns.get(parameter.name());
        if (column == null || !column.domain.equals(parameter.domain())) {
            column = new Column(parameter.name(), parameter.domain());
            columns.put(parameter.name(), column);
        }
        column.fill();
        return column.units;
    }

    private final class Column {
        final String name;
        final Domain domain;
        double[] units = new double[16];
        int filled;

        Column(String name, Domain domain) {
            this.name = name;
            this.domain = domain;
        }

        void fill() {
            if (units.length < count) {
                units = Arrays.copyOf(units, trials.length);
            }
            for (; filled < count; filled++) {
                Object value = trials[filled].parameters().get(name);
                units[filled] = value != null && domain.contains(value) ? domain.toUnit(value) : Double.NaN;
            }
        }
    }
}
