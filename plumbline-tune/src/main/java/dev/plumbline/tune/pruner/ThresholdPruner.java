package dev.plumbline.tune.pruner;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;

/**
 * Stops a trial that reports NaN or a value outside of what can still be good, such as a loss that has blown up.
 *
 * @param lower values below are stopped; minus infinity for no such end
 * @param upper values above are stopped; infinity for no such end
 * @param minStep no trial is stopped before this step
 */
public record ThresholdPruner(double lower, double upper, int minStep) implements Pruner {
    public ThresholdPruner {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("`lower <= upper` must hold, but got " + lower + " and " + upper);
        }
    }

    /** Stops what reports more than this. */
    public static ThresholdPruner above(double upper) {
        return new ThresholdPruner(Double.NEGATIVE_INFINITY, upper, 0);
    }

    /** Stops what reports less than this. */
    public static ThresholdPruner below(double lower) {
        return new ThresholdPruner(lower, Double.POSITIVE_INFINITY, 0);
    }

    @Override
    public Verdict judge(History history, TrialRecord trial) {
        int step = trial.intermediate().lastKey();
        double value = trial.lastReport().orElse(Double.NaN);
        return step < minStep || (value >= lower && value <= upper) ? Verdict.CONTINUE : Verdict.PRUNE;
    }
}
