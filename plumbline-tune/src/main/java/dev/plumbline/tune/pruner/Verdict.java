package dev.plumbline.tune.pruner;

/** What is to become of a running trial. */
public enum Verdict {
    CONTINUE,
    /** Stop, keep the checkpoint: the trial may be promoted later. */
    PAUSE,
    /** Stop for good. */
    PRUNE
}
