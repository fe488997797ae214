package dev.plumbline.keras;

import dev.plumbline.data.Tensor;

/** How far a result is from what was expected. */
final class Differences {
    private Differences() {}

    /** The largest difference, relative to the largest expected value; infinite where only one is NaN. */
    static double relative(Tensor expected, Tensor found) {
        if (!expected.shape().equals(found.shape())) {
            throw new IllegalStateException("expected shape " + expected.shape() + ", found " + found.shape());
        }
        double scale = 1e-6;
        double worst = 0;
        for (int i = 0; i < expected.elements(); i++) {
            double difference = Math.abs(expected.get(i) - found.get(i));
            if (Double.isNaN(difference) && Double.compare(expected.get(i), found.get(i)) != 0) {
                return Double.POSITIVE_INFINITY;
            }
            scale = Math.max(scale, Math.abs(expected.get(i)));
            worst = Math.max(worst, Double.isNaN(difference) ? 0 : difference);
        }
        return worst / scale;
    }
}
