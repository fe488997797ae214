package dev.plumbline.experiment;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The loss families, by what they take from the network. Each is the mean over the batch, and over positions where the
 * targets have more than one; formulas are those of Keras 3 and PyTorch 2.7.
 */
public enum Loss implements Labelled {
    /** Softmax and negative log-likelihood in one; takes logits {@code (N, classes)}. */
    CROSS_ENTROPY("cross-entropy", Takes.LOGITS, "label-smoothing", 0),
    /** Negative log-likelihood; takes log-probabilities {@code (N, classes)}. */
    NLL("nll", Takes.LOG_PROBABILITIES),
    /** Cross-entropy of probabilities {@code (N, classes)}, clipped to [1e-7, 1 - 1e-7] as Keras does. */
    CATEGORICAL_CROSSENTROPY("categorical-crossentropy", Takes.PROBABILITIES, "label-smoothing", 0),
    /** Cross-entropy of probabilities that weighs what is already right less (Lin et al., 2017), as Keras has it. */
    CATEGORICAL_FOCAL(
            "categorical-focal-crossentropy", Takes.PROBABILITIES, "alpha", 0.25, "gamma", 2, "label-smoothing", 0),
    /** The same of logits. */
    CATEGORICAL_FOCAL_WITH_LOGITS(
            "categorical-focal-with-logits", Takes.LOGITS, "alpha", 0.25, "gamma", 2, "label-smoothing", 0),
    /** Sigmoid and binary cross-entropy in one; takes logits {@code (N, labels)}, or {@code (N, 1)} for two classes. */
    BCE_WITH_LOGITS("bce-with-logits", Takes.LOGITS, "label-smoothing", 0),
    /**
     * Binary cross-entropy of probabilities {@code (N, labels)}, or {@code (N, 1)} for two classes, clipped likewise.
     */
    BCE("bce", Takes.PROBABILITIES, "label-smoothing", 0),
    /** Binary cross-entropy that weighs what is already right less; an alpha above 0 weighs the positive by it. */
    BINARY_FOCAL("binary-focal-crossentropy", Takes.PROBABILITIES, "alpha", 0, "gamma", 2, "label-smoothing", 0),
    /** The same of logits. */
    BINARY_FOCAL_WITH_LOGITS("binary-focal-with-logits", Takes.LOGITS, "alpha", 0, "gamma", 2, "label-smoothing", 0),
    /** Kullback and Leibler's divergence of probabilities from the targets' distribution. */
    KL_DIVERGENCE("kl-divergence", Takes.PROBABILITIES),
    /** 1 less Dice's coefficient over the whole batch (Milletari et al., 2016). */
    DICE("dice", Takes.PROBABILITIES),
    /** Dice with a weight of its own for either kind of error (Salehi et al., 2017), as Keras has it. */
    TVERSKY("tversky", Takes.PROBABILITIES, "alpha", 0.5, "beta", 0.5),
    /** {@code max(1 - y f, 0)} with y of -1 and 1; takes margins {@code (N, labels)}, or {@code (N, 1)}. */
    HINGE("hinge", Takes.MARGINS),
    /** Its square. */
    SQUARED_HINGE("squared-hinge", Takes.MARGINS),
    /** How little the right class stands out from the best wrong one; takes margins {@code (N, classes)}. */
    CATEGORICAL_HINGE("categorical-hinge", Takes.MARGINS),
    /** Mean squared error. */
    MSE("mse", Takes.VALUES),
    /** Mean absolute error. */
    MAE("mae", Takes.VALUES),
    /** Quadratic below an error of {@code delta}, linear above. */
    HUBER("huber", Takes.VALUES, "delta", 1),
    /** Huber's divided by its {@code beta} (PyTorch). */
    SMOOTH_L1("smooth-l1", Takes.VALUES, "beta", 1),
    /** Logarithm of the error's hyperbolic cosine. */
    LOG_COSH("log-cosh", Takes.VALUES),
    /** Mean absolute error in percent of the target. */
    MAPE("mape", Takes.VALUES),
    /** Mean squared error of {@code log(1 + v)}; both sides are taken to be at least 0. */
    MSLE("msle", Takes.RATES),
    /** Negative log-likelihood of counts; takes their rates. */
    POISSON("poisson", Takes.RATES),
    /** Cosine of the angle between output and targets, turned negative. */
    COSINE_SIMILARITY("cosine-similarity", Takes.VALUES);

    /** What the network's output must be for the loss to mean what it says. */
    public enum Takes {
        LOGITS,
        LOG_PROBABILITIES,
        PROBABILITIES,
        /** Numbers whose sign decides. */
        MARGINS,
        /** Numbers that are at least 0. */
        RATES,
        VALUES
    }

    private final String label;
    private final Takes takes;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after construction
    private final Map<String, Double> settings;

    /** @param settings names and what they are where nobody sets them */
    Loss(String label, Takes takes, Object... settings) {
        this.label = label;
        this.takes = takes;
        Map<String, Double> usual = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            usual.put((String) settings[i], ((Number) settings[i + 1]).doubleValue());
        }
        this.settings = java.util.Collections.unmodifiableMap(usual);
    }

    @Override
    public String label() {
        return label;
    }

    /** What the loss takes the network's output for. */
    public Takes takes() {
        return takes;
    }

    /** The numbers that it can be set by, and what they are where nobody does. */
    public Map<String, Double> settings() {
        return settings;
    }

    /** Whether it treats every output by itself, so that two classes need one unit only. */
    public boolean isBinary() {
        return switch (this) {
            case BCE, BCE_WITH_LOGITS, BINARY_FOCAL, BINARY_FOCAL_WITH_LOGITS, HINGE, SQUARED_HINGE, DICE, TVERSKY ->
                true;
            default -> false;
        };
    }

    /** Whether it takes amounts rather than what is said of classes. */
    public boolean isOfAmounts() {
        return takes == Takes.VALUES || takes == Takes.RATES;
    }

    /** Whether it looks at nothing but the difference of output and target, so that a shift of both changes nothing. */
    public boolean isOfDifferences() {
        return switch (this) {
            case MSE, MAE, HUBER, SMOOTH_L1, LOG_COSH -> true;
            default -> false;
        };
    }

    /** Whether the loss compares the classes with one another: softmax and cross-entropy. */
    public boolean comparesClasses() {
        return switch (this) {
            case CROSS_ENTROPY,
                    NLL,
                    CATEGORICAL_CROSSENTROPY,
                    CATEGORICAL_FOCAL,
                    CATEGORICAL_FOCAL_WITH_LOGITS,
                    KL_DIVERGENCE -> true;
            default -> false;
        };
    }

    /** Whether classes, or the positive examples of labels, can be weighed. */
    public boolean takesWeights() {
        return this == CROSS_ENTROPY || this == NLL || this == BCE_WITH_LOGITS;
    }

    /** The loss for a task where the person names none. */
    public static Loss byDefault(Task task) {
        return switch (task) {
            case CLASSIFICATION, TAGGING -> CROSS_ENTROPY;
            case MULTILABEL -> BCE_WITH_LOGITS;
            case REGRESSION -> MSE;
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
