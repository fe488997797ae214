package dev.plumbline.cli.tune;

import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.tune.Trial;
import java.util.function.BooleanSupplier;

/** Hands a run's validation scores to its trial, and ends the run where the trial is pruned or the person wants it. */
final class TrialRun implements Observer {
    private final Trial trial;
    private final boolean prunable;
    private final BooleanSupplier ended;
    private volatile boolean pruned;

    TrialRun(Trial trial, boolean prunable, BooleanSupplier ended) {
        this.trial = trial;
        this.prunable = prunable;
        this.ended = ended;
    }

    @Override
    public void onEpoch(Epoch epoch, int totalEpochs) {
        Double score = epoch.validationScore();
        if (epoch.number() > 0 && score != null && !pruned) {
            trial.report(epoch.number(), score);
            // at the last epoch there is nothing to be saved
            pruned = prunable && epoch.number() < totalEpochs && trial.shouldPrune();
        }
    }

    @Override
    public boolean stop() {
        return pruned || ended.getAsBoolean();
    }

    boolean isPruned() {
        return pruned;
    }
}
