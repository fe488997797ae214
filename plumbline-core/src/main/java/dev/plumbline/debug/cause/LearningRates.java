package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.intervention.SetLearningRate;
import java.util.ArrayList;
import java.util.List;

/**
 * The learning rates that are usual for an optimizer, and those worth trying in place of the present one.
 *
 * <p>Adam's kin: 1e-5 to 1e-2, the lecture's default 3e-4 (S3). Gradient descent: 1e-4 to 1 (Google's tuning playbook),
 * less the more momentum it has. Adadelta is made for a rate of 1 (Zeiler, 2012), Adagrad and FTRL divide by a sum that
 * only grows, Lion's steps are a sign and want a tenth of Adam's (Chen et al., 2023), Adafactor's rate is relative to
 * the weights (Shazeer and Stern, 2018), LAMB's likewise (You et al., 2020).
 *
 * @param low below it there is reason to look
 * @param usual the first to try
 * @param high above it there is reason to look
 */
public record LearningRates(double low, double usual, double high) {
    /** A rate nearer than this factor to the present one would be the same experiment again. */
    private static final double OTHER = 2;

    private static final int MOST = 4;

    /** The usual ones of an optimizer. */
    public static LearningRates of(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Sgd sgd) {
            return new LearningRates(1e-4, 0.01, 1 - 0.9 * Math.min(1, sgd.momentum()));
        }
        if (optimizer instanceof Optimizer.Adadelta) {
            return new LearningRates(0.01, 1, 10);
        }
        if (optimizer instanceof Optimizer.Adagrad || optimizer instanceof Optimizer.Ftrl) {
            return new LearningRates(1e-3, 0.05, 1);
        }
        if (optimizer instanceof Optimizer.Lion) {
            return new LearningRates(1e-6, 1e-4, 1e-3);
        }
        if (optimizer instanceof Optimizer.Adafactor) {
            return new LearningRates(1e-4, 0.01, 0.1);
        }
        if (optimizer instanceof Optimizer.Lamb) {
            return new LearningRates(1e-5, 1e-3, 0.05);
        }
        return new LearningRates(1e-5, 3e-4, 0.01);
    }

    /** Edits that lower the experiment's rate: the usual one, tens and hundreds below the present one. */
    public static List<String> lower(Setup setup) {
        Optimizer optimizer = setup.experiment().training().optimizer();
        LearningRates usual = of(optimizer);
        double now = optimizer.learningRate();
        boolean isUsual = now <= usual.high;
        double first = isUsual ? now / 10 : usual.usual;
        double second = isUsual ? usual.usual : usual.usual / 10;
        return usual.names(now, false, first, second, now / 10, now / 100);
    }

    /** Edits that raise the experiment's rate: the usual one, tens and hundreds above the present one. */
    public static List<String> higher(Setup setup) {
        Optimizer optimizer = setup.experiment().training().optimizer();
        LearningRates usual = of(optimizer);
        double now = optimizer.learningRate();
        return usual.names(now, true, usual.usual, usual.usual * 10, now * 10, now * 100);
    }

    private List<String> names(double now, boolean higher, double... rates) {
        List<Double> kept = new ArrayList<>();
        for (double rate : rates) {
            boolean isBeyond = higher ? rate > OTHER * now : rate < now / OTHER;
            // as powers of ten come out of a division, not as 0.09999999
            double round = Double.parseDouble(String.format(java.util.Locale.ROOT, "%.3g", rate));
            boolean isNew = kept.stream().allMatch(k -> k > OTHER * round || round > OTHER * k);
            if (isBeyond && isNew && round >= low && round <= high && kept.size() < MOST) {
                kept.add(round);
            }
        }
        return kept.stream().map(rate -> SetLearningRate.of(rate).name()).toList();
    }
}
