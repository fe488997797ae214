package dev.plumbline.tune.pruner;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import java.util.Optional;

/** Decides, each time a trial reports, whether it is worth going on. Depends on nothing but what it is handed. */
@FunctionalInterface
public interface Pruner {
    /**
     * What is to become of the trial.
     *
     * @param history the study so far; the trial is one of {@code running}
     * @param trial the trial, which has reported at least one value; its last step is the one that it has just reported
     */
    Verdict judge(History history, TrialRecord trial);

    /**
     * The paused trial that is to go on next, now that others have come to where it stands; empty where there is none.
     */
    default Optional<TrialRecord> promotable(History history) {
        return Optional.empty();
    }

    /** A pruner that lets every trial go on. */
    static Pruner none() {
        return (history, trial) -> Verdict.CONTINUE;
    }
}
