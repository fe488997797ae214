package dev.plumbline.tune.pruner;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import java.util.Arrays;
import java.util.SortedMap;

/** What trials have reported, as losses: less is better, NaN is worst. */
final class Intermediates {
    private Intermediates() {}

    /** The best value that a trial had reported by a step, or NaN where it had reported none. */
    static double bestUpTo(TrialRecord trial, int step, Direction direction) {
        double best = Double.NaN;
        for (double value : upTo(trial, step).values()) {
            double loss = direction.loss(value);
            best = Double.isNaN(best) || loss < best ? loss : best;
        }
        return best;
    }

    private static SortedMap<Integer, Double> upTo(TrialRecord trial, int step) {
        return step == Integer.MAX_VALUE
                ? trial.intermediate()
                : trial.intermediate().headMap(step + 1);
    }

    /** The loss that a trial reported at exactly this step; NaN where it reported none. */
    static double at(TrialRecord trial, int step, Direction direction) {
        Double value = trial.intermediate().get(step);
        return value == null ? Double.NaN : direction.loss(value);
    }

    /** The losses that other trials, finished or paused or running, reported at a step, sorted; NaN left out. */
    static double[] othersAt(History history, TrialRecord trial, int step) {
        double[] losses =
                new double[history.finished().size() + history.running().size()];
        int count = 0;
        for (TrialRecord other : history.finished()) {
            count = add(other, step, history.direction(), losses, count);
        }
        for (TrialRecord other : history.running()) {
            count = other.number() == trial.number() ? count : add(other, step, history.direction(), losses, count);
        }
        double[] found = Arrays.copyOf(losses, count);
        Arrays.sort(found);
        return found;
    }

    private static int add(TrialRecord other, int step, Direction direction, double[] losses, int count) {
        double loss = at(other, step, direction);
        if (Double.isNaN(loss)) {
            return count;
        }
        losses[count] = loss;
        return count + 1;
    }
}
