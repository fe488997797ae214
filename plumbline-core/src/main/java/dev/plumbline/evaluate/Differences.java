package dev.plumbline.evaluate;

import dev.plumbline.experiment.Metric;
import dev.plumbline.lab.Predictions;

/** How far the difference of two errors that were measured on different examples may be off. */
final class Differences {
    private Differences() {}

    /** Bootstrapped; where that cannot see the uncertainty of an error, the wider of it and {@link #ofIntervals}. */
    static Interval ofPredictions(Bootstrap bootstrap, Predictions later, Predictions earlier, Metric metric) {
        Interval resampled = bootstrap.errorDifference(later, earlier, metric);
        if (!isExtreme(later, metric) && !isExtreme(earlier, metric)) {
            return resampled;
        }
        Interval combined = ofIntervals(bootstrap.error(later, metric), bootstrap.error(earlier, metric));
        return new Interval(
                resampled.value(),
                Math.min(resampled.low(), combined.low()),
                Math.max(resampled.high(), combined.high()));
    }

    /** All right or all wrong: every resample gives the same. */
    private static boolean isExtreme(Predictions predictions, Metric metric) {
        double score = predictions.score(metric);
        return metric.isShare() && (score == 1 || score == 0);
    }

    /**
     * Square-and-add (Newcombe, 1998, method 10): the distances to the ends of the two intervals add up as independent
     * errors do. Ends that are not known are left out; where neither interval is known, nor is the result's.
     */
    static Interval ofIntervals(Interval later, Interval earlier) {
        double value = later.value() - earlier.value();
        boolean known = isKnown(later) || isKnown(earlier);
        if (!known) {
            return unknown(value);
        }
        return new Interval(
                value,
                value - Math.hypot(below(later), above(earlier)),
                value + Math.hypot(above(later), below(earlier)));
    }

    static Interval unknown(double value) {
        return new Interval(value, Double.NaN, Double.NaN);
    }

    static boolean isKnown(Interval interval) {
        return !Double.isNaN(interval.low()) && !Double.isNaN(interval.high());
    }

    private static double below(Interval interval) {
        return isKnown(interval) ? interval.value() - interval.low() : 0;
    }

    private static double above(Interval interval) {
        return isKnown(interval) ? interval.high() - interval.value() : 0;
    }
}
