package dev.plumbline.tune.pruner;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;

/**
 * Stops a trial whose best value so far is worse than what a share of the trials before it reported at the same step
 * (the median rule of Vizier, Golovin et al., KDD 2017, section 3.2.2, for any percentile).
 *
 * @param percentile the share that goes on, in percent, above 0 and at most 100: 25 keeps the best quarter
 * @param minTrials how many trials must have reported at the step before one is judged by them, at least 1
 * @param minStep no trial is stopped before this step: the first epochs are noise, and who stops by them loses good
 *     trials
 * @param interval a trial is judged at {@code minStep} and every so many steps after it, at least 1
 */
public record PercentilePruner(double percentile, int minTrials, int minStep, int interval) implements Pruner {
    public PercentilePruner {
        if (!(percentile > 0 && percentile <= 100)) {
            throw new IllegalArgumentException("`0 < percentile <= 100` must hold, but got " + percentile);
        }
        if (minTrials < 1 || interval < 1) {
            throw new IllegalArgumentException(
                    "`minTrials >= 1` and `interval >= 1` must hold, but got " + minTrials + " and " + interval);
        }
    }

    /** Keeps this share of the trials, and is otherwise the {@link #median}. */
    public static PercentilePruner keeping(double percentile) {
        return new PercentilePruner(percentile, 5, Rungs.CLEAR_OF_NOISE, 1);
    }

    /**
     * Stops a trial that is worse than the median; needs 5 trials to compare with, and leaves the first steps alone.
     */
    public static PercentilePruner median() {
        return keeping(50);
    }

    @Override
    public Verdict judge(History history, TrialRecord trial) {
        int step = trial.intermediate().lastKey();
        if (step < minStep || (step - minStep) % interval != 0) {
            return Verdict.CONTINUE;
        }
        double best = Intermediates.bestUpTo(trial, step, history.direction());
        if (Double.isNaN(best)) {
            return Verdict.PRUNE;
        }
        double[] others = Intermediates.othersAt(history, trial, step);
        if (others.length < minTrials) {
            return Verdict.CONTINUE;
        }
        return best > percentileOf(others) ? Verdict.PRUNE : Verdict.CONTINUE;
    }

    /** Between two values the line that joins them. */
    private double percentileOf(double[] sorted) {
        double place = percentile / 100 * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        double share = place - below;
        return share == 0 ? sorted[below] : sorted[below] + share * (sorted[above] - sorted[below]);
    }
}
