package dev.plumbline.debug.cause;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.lab.Statistics;
import dev.plumbline.network.Node;
import java.util.Optional;

/**
 * The numbers that an activation can give.
 *
 * @param low its infimum; minus infinity where there is none
 * @param high its supremum
 */
record OutputRange(double low, double high) {
    /** Selu's: minus its scale times its alpha (Klambauer et al., 2017). */
    private static final double SELU = -1.7581;
    /** Gelu's least value. */
    private static final double GELU = -0.17;
    /** Targets on the edge, as 0 and 1 are for a sigmoid, are inside. */
    private static final double EDGE = 1e-3;

    static final OutputRange SHARES = new OutputRange(0, 1);

    /** Whether a regression's targets are shares, as pixels are, before any normalization: a binary loss may suit. */
    static boolean areShares(Setup setup) {
        return SHARES.outside(setup, Normalization.NONE) == 0;
    }

    /** The range of a node's values; empty where they are not bounded, or not by its operator alone. */
    static Optional<OutputRange> of(Node node) {
        double infinity = Double.POSITIVE_INFINITY;
        return switch (node.operator()) {
            case "Sigmoid", "HardSigmoid", "Softmax" -> Optional.of(new OutputRange(0, 1));
            case "Tanh", "Softsign" -> Optional.of(new OutputRange(-1, 1));
            case "Relu", "Softplus", "ThresholdedRelu" -> Optional.of(new OutputRange(0, infinity));
            case "LogSoftmax" -> Optional.of(new OutputRange(-infinity, 0));
            case "Elu", "Celu" -> Optional.of(new OutputRange(-1, infinity));
            case "Selu" -> Optional.of(new OutputRange(SELU, infinity));
            case "Gelu", "HardSwish", "Mish" -> Optional.of(new OutputRange(GELU, infinity));
            default -> Optional.empty();
        };
    }

    boolean isBounded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** The share of train's regression targets, in the unit of training, that lie outside. */
    double outside(Setup setup) {
        return outside(setup, setup.experiment().data().targetNormalization());
    }

    /** The same if the targets were normalized so. */
    double outside(Setup setup, Normalization normalization) {
        if (!(setup.dataset().train().targets() instanceof FloatTensor targets)) {
            return 0;
        }
        Statistics raw = setup.profile().train().target();
        double shift = 0;
        double size = 1;
        if (normalization == Normalization.STANDARDIZE) {
            shift = raw.mean();
            size = raw.deviation();
        } else if (normalization == Normalization.UNIT_RANGE) {
            shift = raw.min();
            size = raw.max() - raw.min();
        }
        double divisor = size > 0 ? size : 1;
        double edge = EDGE * Math.max(1, (raw.max() - raw.min()) / divisor);
        int count = 0;
        for (float target : targets.values()) {
            double value = (target - shift) / divisor;
            count += value < low - edge || value > high + edge ? 1 : 0;
        }
        return (double) count / Math.max(1, targets.values().length);
    }

    @Override
    public String toString() {
        return "from " + text(low) + " to " + text(high);
    }

    private static String text(double value) {
        return Double.isInfinite(value)
                ? (value < 0 ? "minus infinity" : "infinity")
                : value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
