package dev.plumbline.debug;

import dev.plumbline.experiment.Task;
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
    /** Rounding apart, no loss of classes that is given probabilities lies below 0. */
    static final double BELOW_ZERO = -0.01;

    /** Whether the network passed. */
    public boolean overfits() {
        return trend == Trend.TO_ZERO;
    }

    /**
     * The loss at the end in multiples of what counts as about 0: comparable also where an edit has changed the unit of
     * the loss. Infinite where the loss is not a number, or says nothing: one of classes below 0.
     */
    public double distance() {
        boolean classes = run.experiment().task() != Task.REGRESSION
                && !run.experiment().training().loss().loss().isOfAmounts();
        if (classes && lossAtEnd < BELOW_ZERO) {
            return Double.POSITIVE_INFINITY;
        }
        double distance = lossAtEnd / bound;
        return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
    }
}
