package dev.plumbline.debug;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.LossPlan;

/**
 * The loss that counts as about 0 on a batch: what remains where every answer is perfect, and a little. For classes the
 * little is 0.05 nats, in the loss's own measure; for amounts 2 % of what always saying the mean would cost.
 */
final class LossBound {
    private static final double CLASS_BOUND = 0.05;
    private static final double AMOUNT_BOUND = 0.02;
    private static final double LEAST = 1e-6;
    private static final double KERAS_EPSILON = 1e-7;

    private LossBound() {}

    /** @param classes or labels */
    static double ofClasses(LossPlan plan, int classes) {
        double smoothing = plan.setting("label-smoothing");
        return switch (plan.loss()) {
            case CATEGORICAL_FOCAL, CATEGORICAL_FOCAL_WITH_LOGITS, BINARY_FOCAL, BINARY_FOCAL_WITH_LOGITS -> {
                double weight = plan.setting("alpha") == 0 ? 1 : plan.setting("alpha");
                double missing = 1 - Math.exp(-CLASS_BOUND) + smoothing;
                yield weight * Math.pow(missing, plan.setting("gamma")) * (CLASS_BOUND + entropy(smoothing, classes));
            }
            case BCE, BCE_WITH_LOGITS -> CLASS_BOUND + entropy(smoothing, 2);
            default -> CLASS_BOUND + entropy(smoothing, classes);
        };
    }

    /** What is left of cross-entropy where the answer is exactly the smoothed targets. */
    private static double entropy(double smoothing, int classes) {
        if (smoothing == 0) {
            return 0;
        }
        double wrong = smoothing / classes;
        double right = 1 - smoothing + wrong;
        return -(right > 0 ? right * Math.log(right) : 0) - (classes - 1) * wrong * Math.log(wrong);
    }

    /** @param targets {@code float32 (N, ...)}, in the unit of training */
    static double ofAmounts(LossPlan plan, Tensor targets) {
        float[] values = ((FloatTensor) targets).values();
        int width = targets.rowElements();
        double[] means = new double[width];
        for (int i = 0; i < values.length; i++) {
            means[i % width] += values[i] / (double) targets.length();
        }
        double ofMean = 0;
        double perfect = 0;
        for (int i = 0; i < values.length; i++) {
            ofMean += element(plan, means[i % width], values[i]) / values.length;
            perfect += element(plan, values[i], values[i]) / values.length;
        }
        return perfect + Math.max(LEAST, AMOUNT_BOUND * (ofMean - perfect));
    }

    /** Of one number said and its target; for cosines, which have no such thing, the squared error. */
    private static double element(LossPlan plan, double said, double target) {
        double error = Math.abs(said - target);
        return switch (plan.loss()) {
            case MAE -> error;
            case HUBER -> huber(error, plan.setting("delta"));
            case SMOOTH_L1 ->
                plan.setting("beta") == 0 ? error : huber(error, plan.setting("beta")) / plan.setting("beta");
            case LOG_COSH -> error + Math.log1p(Math.exp(-2 * error)) - Math.log(2);
            case MAPE -> 100 * error / Math.max(Math.abs(target), KERAS_EPSILON);
            case MSLE -> Math.pow(Math.log1p(Math.max(said, 0)) - Math.log1p(Math.max(target, 0)), 2);
            case POISSON -> said - target * Math.log(Math.max(said, 0) + KERAS_EPSILON);
            case BCE, BCE_WITH_LOGITS -> -share(target, said) - share(1 - target, 1 - said);
            case COSINE_SIMILARITY -> error == 0 ? -1 : error * error - 1;
            default -> error * error;
        };
    }

    /** A part of the cross-entropy of shares, clipped as Keras does. */
    private static double share(double target, double said) {
        return target == 0 ? 0 : target * Math.log(Math.max(KERAS_EPSILON, said));
    }

    private static double huber(double error, double delta) {
        return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
    }
}
