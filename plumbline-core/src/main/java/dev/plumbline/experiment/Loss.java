package dev.plumbline.experiment;

/** The loss families, by what they take from the network. */
public enum Loss implements Labelled {
    /** Softmax and negative log-likelihood in one; takes logits {@code (N, classes)}. */
    CROSS_ENTROPY("cross-entropy", Takes.LOGITS),
    /** Negative log-likelihood; takes log-probabilities {@code (N, classes)}. */
    NLL("nll", Takes.LOG_PROBABILITIES),
    /** Cross-entropy of probabilities {@code (N, classes)}, clipped to [1e-7, 1 - 1e-7] as Keras does. */
    CATEGORICAL_CROSSENTROPY("categorical-crossentropy", Takes.PROBABILITIES),
    /** Sigmoid and binary cross-entropy in one; takes logits {@code (N, labels)}, or {@code (N, 1)} for two classes. */
    BCE_WITH_LOGITS("bce-with-logits", Takes.LOGITS),
    /**
     * Binary cross-entropy of probabilities {@code (N, labels)}, or {@code (N, 1)} for two classes, clipped likewise.
     */
    BCE("bce", Takes.PROBABILITIES),
    /** Mean squared error. */
    MSE("mse", Takes.VALUES),
    /** Mean absolute error. */
    MAE("mae", Takes.VALUES),
    /** Quadratic below an error of 1, linear above. */
    HUBER("huber", Takes.VALUES);

    /** What the network's output must be for the loss to mean what it says. */
    public enum Takes {
        LOGITS,
        LOG_PROBABILITIES,
        PROBABILITIES,
        VALUES
    }

    private final String label;
    private final Takes takes;

    Loss(String label, Takes takes) {
        this.label = label;
        this.takes = takes;
    }

    @Override
    public String label() {
        return label;
    }

    /** What the loss takes the network's output for. */
    public Takes takes() {
        return takes;
    }

    /** Whether it treats every output by itself, so that two classes need one unit only. */
    public boolean isBinary() {
        return this == BCE || this == BCE_WITH_LOGITS;
    }

    /** The loss for a task where the person names none. */
    public static Loss byDefault(Task task) {
        return switch (task) {
            case CLASSIFICATION -> CROSS_ENTROPY;
            case MULTILABEL -> BCE_WITH_LOGITS;
            case REGRESSION -> MSE;
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
