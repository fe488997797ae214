package dev.plumbline.experiment;

/**
 * Whose update rule an {@link Optimizer} follows, where two libraries write the same one a little differently: where
 * the small number stands that keeps a denominator from 0, whether the learning rate is inside the momentum, and what
 * weight decay is.
 */
public enum Form implements Labelled {
    /** Weight decay is added to the gradient (L2), but for AdamW. */
    PYTORCH("pytorch"),
    /** Weight decay is decoupled: the weight is multiplied by {@code 1 - rate * decay} before the update. */
    KERAS("keras");

    private final String label;

    Form(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
