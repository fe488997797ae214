package dev.plumbline.debug;

import dev.plumbline.lab.Run;

/**
 * What became of one batch (D5).
 *
 * @param run on that batch alone
 * @param trend where its loss went
 * @param batchSize examples in it
 * @param lossAtStart of the first step
 * @param lossAtEnd in evaluation mode, of the parameters at the end
 * @param bound the loss that counts as about 0
 * @param wrongShare share of the batch's examples still wrong (classification), or of its variance left (regression)
 */
public record OverfitResult(
        Run run, Trend trend, int batchSize, double lossAtStart, double lossAtEnd, double bound, double wrongShare) {
    /** Whether the network passed. */
    public boolean overfits() {
        return trend == Trend.TO_ZERO;
    }

    /**
     * The loss at the end in multiples of what counts as about 0: comparable also where an edit has changed the unit of
     * the loss. Infinite where the loss is not a number.
     */
    public double distance() {
        double distance = lossAtEnd / bound;
        return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
    }
}
