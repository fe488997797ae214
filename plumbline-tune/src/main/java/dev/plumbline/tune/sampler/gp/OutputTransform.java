package dev.plumbline.tune.sampler.gp;

import java.util.Arrays;

/** Brings values to mean 0 and deviation 1; the order stays. */
@FunctionalInterface
interface OutputTransform {
    /** One number for each value; a constant becomes zeros. */
    double[] of(double[] values);

    /** What is not finite counts as the worst finite value (minus infinity as the best). */
    static double[] finite(double[] values) {
        double worst = Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
        double best = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        return Arrays.stream(values)
                .map(value -> Double.isFinite(value) ? value : value == Double.NEGATIVE_INFINITY ? best : worst)
                .toArray();
    }

    static double[] standardized(double[] values) {
        double scale = Arrays.stream(values).map(Math::abs).max().orElse(0);
        double mean =
                scale > 0 ? Arrays.stream(values).map(v -> v / scale).average().orElse(0) : 0;
        double deviation = scale > 0
                ? Math.sqrt(variance(Arrays.stream(values).map(v -> v / scale).toArray()))
                : 0;
        if (!(deviation > 1e-14)) {
            return new double[values.length];
        }
        return Arrays.stream(values).map(v -> (v / scale - mean) / deviation).toArray();
    }

    static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    }
}
