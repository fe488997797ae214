package dev.plumbline.experiment;

/**
 * An exponential moving average of the weights, {@code average = momentum average + (1 - momentum) weights} after every
 * step, which begins with the weights after the first update (Polyak and Juditsky, 1992, in the form of Keras 3's
 * {@code use_ema}). Training moves the weights themselves; the average is what is scored, predicts and is kept.
 *
 * @param momentum how much of the average a step leaves, from 0 to 1
 * @param overwriteFrequency after so many updates the weights are set to their average each time; 0 for never
 */
public record Ema(double momentum, int overwriteFrequency) {
    /** Said to be none, rather than left open: an average that remembers nothing. */
    public static final Ema NONE = new Ema(0, 0);

    public Ema {
        if (!(momentum >= 0 && momentum <= 1) || overwriteFrequency < 0) {
            throw new IllegalArgumentException(
                    "`0 <= momentum <= 1` and `overwrite-frequency >= 0` must hold for `ema`, but got " + momentum
                            + " and " + overwriteFrequency);
        }
    }
}
