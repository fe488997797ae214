package dev.plumbline.tune;

/**
 * Thrown by an objective whose trial is to be stopped early: {@code if (trial.shouldPrune()) throw new TrialPruned();}.
 */
public final class TrialPruned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrialPruned() {
        super("the trial was stopped early", null, false, false);
    }
}
