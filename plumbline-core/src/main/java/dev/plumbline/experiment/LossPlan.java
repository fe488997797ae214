package dev.plumbline.experiment;

/**
 * The loss that training lowers.
 *
 * @param loss its family; the mean over the batch
 * @param scale what it is multiplied by; 1 unless one means to weigh it. A negative one drives the loss up
 */
public record LossPlan(Loss loss, double scale) {
    public LossPlan {
        if (!Double.isFinite(scale)) {
            throw new IllegalArgumentException("`scale` of the loss must be finite, but got " + scale);
        }
    }

    /** The loss as it is. */
    public static LossPlan of(Loss loss) {
        return new LossPlan(loss, 1);
    }
}
