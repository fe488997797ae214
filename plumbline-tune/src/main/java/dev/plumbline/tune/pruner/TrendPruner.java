package dev.plumbline.tune.pruner;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Successive halving that looks where trials are heading: at each rung a trial goes on if it is among the best {@code 1
 * / factor}, or is to be among them at twice as many steps. A small learning rate is behind at first and comes out
 * ahead: by what it has reached it would be stopped, by its trend it goes on.
 *
 * <p>Learning curves are nearly straight in the logarithm of the steps for a while, so a trial is taken to gain as much
 * again by twice the steps as it has gained since half of them. (That a curve is worth extrapolating before its trial
 * is stopped is from Domhan et al., IJCAI 2015.) What counts at a step is the best value up to it, as training keeps
 * its best epoch; a trial that ended by itself before the rung counts with its best. Of equals, which a coarse metric
 * has many of, half are taken to be better. A trial that has reported no number but NaN is stopped. What this saves and
 * costs on recorded learning curves is measured by {@code bench/tuning-pruning}.
 *
 * @param minResource the first rung, at least 2; the next are {@code factor} times as late each
 * @param factor of how many trials at a rung one goes on, at least 2; the best always does
 */
public record TrendPruner(int minResource, int factor) implements Pruner {
    /** The first rung, as a share of a whole trial: a slow start has become a trend by then. */
    private static final int FIRST_RUNG = 12;

    public TrendPruner {
        new Rungs(minResource, factor);
        if (minResource < 2) {
            throw new IllegalArgumentException(
                    "`minResource >= 2` must hold, since one step has no trend, but got " + minResource);
        }
    }

    /** For trials of so many steps: begins after a twelfth of them, but not before step 4; one of three goes on. */
    public static TrendPruner upTo(int steps) {
        return new TrendPruner(Math.max(Rungs.CLEAR_OF_NOISE, Math.round((float) steps / FIRST_RUNG)), 3);
    }

    @Override
    public Verdict judge(History history, TrialRecord trial) {
        int step = trial.intermediate().lastKey();
        if (!new Rungs(minResource, factor).isRung(step)) {
            return Verdict.CONTINUE;
        }
        List<TrialRecord> others = Stream.concat(history.finished().stream(), history.running().stream())
                .filter(other -> other.number() != trial.number() && counts(other, step))
                .toList();
        ToDoubleFunction<TrialRecord> reached = t -> Intermediates.bestUpTo(t, step, history.direction());
        if (Double.isNaN(reached.applyAsDouble(trial))) {
            return Verdict.PRUNE;
        }
        ToDoubleFunction<TrialRecord> heading = t -> heading(t, step, reached.applyAsDouble(t), history);
        boolean goesOn = isInTop(trial, others, reached) || isInTop(trial, others, heading);
        return goesOn ? Verdict.CONTINUE : Verdict.PRUNE;
    }

    /** Whether a trial got to the step, or ended before it by itself. */
    private static boolean counts(TrialRecord other, int step) {
        return !other.intermediate().isEmpty()
                && (other.state() == TrialState.COMPLETE || other.intermediate().lastKey() >= step);
    }

    /** The loss that it is to have at twice the step. */
    private static double heading(TrialRecord trial, int step, double reached, History history) {
        double before = Intermediates.bestUpTo(trial, Math.max(1, step / 2), history.direction());
        boolean ended = trial.intermediate().lastKey() < step;
        return ended || !Double.isFinite(before) ? reached : reached - (before - reached);
    }

    private boolean isInTop(TrialRecord trial, List<TrialRecord> others, ToDoubleFunction<TrialRecord> loss) {
        double mine = loss.applyAsDouble(trial);
        double[] losses = others.stream()
                .mapToDouble(loss)
                .filter(other -> !Double.isNaN(other))
                .toArray();
        double better = 0;
        for (double other : losses) {
            better += other < mine ? 1 : other == mine ? 0.5 : 0;
        }
        return better < Math.max(1, (losses.length + 1) / factor);
    }
}
