package dev.plumbline.cli.tune;

import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.tune.Trial;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Hands a run's validation scores to its trial, and ends the run where the trial is pruned or the person wants it. */
final class TrialRun implements Observer {
    private final Trial trial;
    private final boolean prunable;
    private final Duration limit;
    private final BooleanSupplier ended;
    private final long began = System.nanoTime();
    private volatile boolean pruned;

    /** @param limit what the run may take, where it may be pruned */
    TrialRun(Trial trial, boolean prunable, Duration limit, BooleanSupplier ended) {
        this.trial = trial;
        this.prunable = prunable;
        this.limit = limit;
        this.ended = ended;
    }

    @Override
    public void onEpoch(Epoch epoch, int totalEpochs) {
        Double score = epoch.validationScore();
        if (epoch.number() > 0 && score != null && !pruned) {
            trial.report(epoch.number(), score);
            // at the last epoch there is nothing to be saved
            boolean goesOn = epoch.number() < totalEpochs;
            pruned = prunable && goesOn && (trial.shouldPrune() || isTooLong());
        }
    }

    private boolean isTooLong() {
        boolean over = System.nanoTime() - began > limit.toNanos();
        if (over) {
            trial.note("took too long", "stopped after " + Math.max(1, limit.toSeconds()) + " s: it may take so much");
        }
        return over;
    }

    @Override
    public boolean stop() {
        return pruned || ended.getAsBoolean();
    }

    boolean isPruned() {
        return pruned;
    }
}
