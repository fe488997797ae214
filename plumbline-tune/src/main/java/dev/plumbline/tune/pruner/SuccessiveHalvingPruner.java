package dev.plumbline.tune.pruner;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Asynchronous successive halving (ASHA; Li et al., MLSys 2020): at each rung the best {@code 1 / factor} of the trials
 * that got there go on. Nobody waits for anybody.
 *
 * <p>A trial that is not among them is stopped, or paused where {@code pausing} is set: it keeps its checkpoint, and
 * {@link #promotable} names it once enough worse ones have come to its rung, as the paper has it. Where no trial has
 * come to its end when a study's budget is spent, the farthest paused one is run on. Without pausing, a good trial that
 * comes to a rung at a bad moment is lost.
 *
 * @param minResource the first rung, at least 1. {@link #standard} leaves the first steps alone, which are noise
 * @param factor of how many trials at a rung one goes on, and how many times later the next rung is; at least 2
 * @param pausing whether trials are paused rather than stopped
 */
public record SuccessiveHalvingPruner(int minResource, int factor, boolean pausing) implements Pruner {
    public SuccessiveHalvingPruner {
        new Rungs(minResource, factor);
    }

    /** One of four goes on at steps 4, 16, 64, ... */
    public static SuccessiveHalvingPruner standard() {
        return new SuccessiveHalvingPruner(Rungs.CLEAR_OF_NOISE, 4, false);
    }

    /** The same, but trials are paused rather than stopped. */
    public SuccessiveHalvingPruner withPausing() {
        return new SuccessiveHalvingPruner(minResource, factor, true);
    }

    @Override
    public Verdict judge(History history, TrialRecord trial) {
        int step = trial.intermediate().lastKey();
        if (!new Rungs(minResource, factor).isRung(step) || isInTop(history, trial, step)) {
            return Verdict.CONTINUE;
        }
        return pausing ? Verdict.PAUSE : Verdict.PRUNE;
    }

    private boolean isInTop(History history, TrialRecord trial, int rung) {
        double loss = Intermediates.at(trial, rung, history.direction());
        double[] others = Intermediates.othersAt(history, trial, rung);
        int better = 0;
        while (better < others.length && others[better] < loss) {
            better++;
        }
        // who pauses can let the first at a rung wait for others; who stops for good cannot
        int goOn = Math.max(pausing ? 0 : 1, (others.length + 1) / factor);
        return !Double.isNaN(loss) && better < goOn;
    }

    @Override
    public Optional<TrialRecord> promotable(History history) {
        Direction direction = history.direction();
        List<TrialRecord> paused = history.running().stream()
                .filter(trial -> trial.state() == TrialState.PAUSED)
                .filter(trial -> !trial.intermediate().isEmpty())
                .sorted(Comparator.comparing(
                                (TrialRecord trial) -> -trial.intermediate().lastKey())
                        .thenComparing(trial ->
                                Intermediates.at(trial, trial.intermediate().lastKey(), direction)))
                .toList();
        return paused.stream()
                .filter(trial -> isInTop(history, trial, trial.intermediate().lastKey()))
                .findFirst();
    }
}
