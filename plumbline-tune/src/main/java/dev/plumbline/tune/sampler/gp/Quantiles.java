package dev.plumbline.tune.sampler.gp;

import java.util.Arrays;

/**
 * The quantiles of the normal distribution at the values' ranks: what is best stands apart however near it lies to the
 * others (D. Salinas, H. Shen, V. Perrone, A Quantile-Based Approach for Hyperparameter Transfer Learning, 2020).
 */
final class Quantiles implements OutputTransform {
    private static final double SHAPE = 0.14; // of Tukey's lambda distribution that is nearest to the normal one

    @Override
    public double[] of(double[] values) {
        double[] sorted = OutputTransform.finite(values);
        double[] finite = sorted.clone();
        Arrays.sort(sorted);
        double[] quantiles = new double[finite.length];
        for (int i = 0; i < finite.length; i++) {
            quantiles[i] = quantile(share(sorted, finite[i]));
        }
        return OutputTransform.standardized(quantiles);
    }

    /** The share of values below one, where half of its equals count as below. */
    private static double share(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        int first = at;
        int last = at;
        while (first > 0 && sorted[first - 1] == value) {
            first--;
        }
        while (last + 1 < sorted.length && sorted[last + 1] == value) {
            last++;
        }
        return (first + last + 1) / (2.0 * sorted.length);
    }

    private static double quantile(double share) {
        return Math.pow(share, SHAPE) - Math.pow(1 - share, SHAPE);
    }
}
