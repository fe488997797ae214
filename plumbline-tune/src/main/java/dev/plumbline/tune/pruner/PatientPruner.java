package dev.plumbline.tune.pruner;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;

/**
 * Stops a trial only where it has not improved for a while, and another pruner would stop it as well.
 *
 * @param other who else must agree; {@link #alone} takes nobody
 * @param patience how many steps a trial may go without improving, at least 1
 * @param minDelta how much better counts as improving, at least 0
 */
public record PatientPruner(Pruner other, int patience, double minDelta) implements Pruner {
    public PatientPruner {
        if (patience < 1 || !(minDelta >= 0)) {
            throw new IllegalArgumentException(
                    "`patience >= 1` and `minDelta >= 0` must hold, but got " + patience + " and " + minDelta);
        }
    }

    /** Stops a trial that has not improved for so many steps. */
    public static PatientPruner alone(int patience) {
        return new PatientPruner((history, trial) -> Verdict.PRUNE, patience, 0);
    }

    @Override
    public Verdict judge(History history, TrialRecord trial) {
        Direction direction = history.direction();
        int last = trial.intermediate().lastKey();
        double before = Intermediates.bestUpTo(trial, last - patience, direction);
        double now = Intermediates.bestUpTo(trial, last, direction);
        boolean stands = !Double.isNaN(before) && !(now < before - minDelta);
        return stands ? other.judge(history, trial) : Verdict.CONTINUE;
    }
}
