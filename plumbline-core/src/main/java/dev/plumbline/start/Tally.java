package dev.plumbline.start;

import dev.plumbline.data.Tensor;
import dev.plumbline.lab.Statistics;

/** Statistics of numbers as they come by, one pass, without storing them. */
final class Tally {
    private long finite;
    private long zeros;
    private long nans;
    private long infinities;
    private double mean;
    private double squares; // of deviations from the mean
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** Statistics of all elements. */
    static Statistics of(Tensor tensor) {
        Tally tally = new Tally();
        for (int i = 0; i < tensor.elements(); i++) {
            tally.add(tensor.get(i));
        }
        return tally.statistics();
    }

    void add(double value) {
        if (!Double.isFinite(value)) {
            if (Double.isNaN(value)) {
                nans++;
            } else {
                infinities++;
            }
            return;
        }
        finite++;
        if (value == 0) {
            zeros++;
        }
        min = Math.min(min, value);
        max = Math.max(max, value);
        // Welford's update, since the squares of large values would swallow small variances
        double delta = value - mean;
        mean += delta / finite;
        squares += delta * (value - mean);
    }

    /** Adds all that another tally saw (Chan, Golub and LeVeque, 1979). */
    void add(Tally other) {
        zeros += other.zeros;
        nans += other.nans;
        infinities += other.infinities;
        if (other.finite == 0) {
            return;
        }
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        double delta = other.mean - mean;
        long both = finite + other.finite;
        squares += other.squares + delta * delta * ((double) finite * other.finite / both);
        mean += delta * other.finite / both;
        finite = both;
    }

    Statistics statistics() {
        if (finite == 0) {
            return new Statistics(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0, nans, infinities);
        }
        return new Statistics(
                mean,
                Math.sqrt(squares / finite),
                min,
                max,
                Math.sqrt(squares + finite * mean * mean),
                (double) zeros / (finite + nans + infinities),
                nans,
                infinities);
    }
}
