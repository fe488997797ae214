package dev.plumbline.tune.history;

/** How far a trial is. */
public enum TrialState {
    /** Enqueued, and not begun. */
    WAITING,
    RUNNING,
    /** Stopped at a rung with its checkpoint kept; it may be promoted and go on. */
    PAUSED,
    /** Finished with a value of each objective. */
    COMPLETE,
    /** Stopped early, since it looked no better than others. */
    PRUNED,
    /** Finished without a value: an exception, NaN, or out of time. */
    FAILED;

    public boolean isFinished() {
        return this == COMPLETE || this == PRUNED || this == FAILED;
    }
}
