package dev.plumbline.debug.search;

import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import org.jspecify.annotations.Nullable;

/**
 * How one experiment did where it was tried.
 *
 * @param badness comparable between edits, less is better, infinite where the run failed: on one batch the loss in
 *     multiples of what counts as about 0, in full training the goal's metric as an error
 * @param solved whether nothing is left to mend; in full training never known
 * @param quantity what was measured, in its own unit; NaN where it is none
 * @param effort share of the whole effort that it was given
 * @param steps optimizer steps done
 * @param losses at every step
 * @param predictions by which two attempts are compared example by example; null on one batch
 * @param run all of it; null where it could not run at all
 */
@SuppressWarnings("ArrayRecordComponent") // a curve is not boxed
record Attempt(
        double badness,
        boolean solved,
        double quantity,
        double effort,
        long steps,
        float[] losses,
        @Nullable Predictions predictions,
        @Nullable Run run) {
    /** An edit that the experiment does not take, or that does not fit the data. */
    static Attempt impossible(double effort) {
        return new Attempt(Double.POSITIVE_INFINITY, false, Double.NaN, effort, 0, new float[0], null, null);
    }

    /** What had been reached when only this share of the effort was spent. */
    Attempt at(double share, double badnessThere, double quantityThere) {
        return new Attempt(badnessThere, false, quantityThere, share, Math.round(share * steps), losses, null, run);
    }
}
