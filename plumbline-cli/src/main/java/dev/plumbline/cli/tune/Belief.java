package dev.plumbline.cli.tune;

import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.Metric;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How far a gain is to be believed: the mean over seeds of how much the metric's error fell on validation, with
 * Student's 95 % interval of paired differences (Student, 1908).
 *
 * @param gain by how much the error fell; negative where it rose; NaN where nothing was repeated. The interval is
 *     infinite where there is one seed only
 */
public record Belief(Metric metric, List<Repeat> repeats, Interval gain) {
    /** The 97.5 % quantiles of Student's distribution, from one degree of freedom on. */
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131
    };

    public Belief {
        repeats = List.copyOf(repeats);
    }

    static Belief of(Metric metric, List<Repeat> repeats) {
        return new Belief(metric, repeats, interval(repeats, r -> metric.error(r.before()) - metric.error(r.after())));
    }

    private static Interval interval(List<Repeat> repeats, ToDoubleFunction<Repeat> of) {
        double mean = repeats.stream().mapToDouble(of).average().orElse(Double.NaN);
        int n = repeats.size();
        if (n < 2) {
            return new Interval(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double squares = repeats.stream()
                .mapToDouble(r -> Math.pow(of.applyAsDouble(r) - mean, 2))
                .sum();
        double half = STUDENT[Math.min(n - 2, STUDENT.length - 1)] * Math.sqrt(squares / (n - 1) / n);
        return new Interval(mean, mean - half, mean + half);
    }

    /** Whether the gain is beyond the noise of training. */
    public boolean isBeyondNoise() {
        return gain.low() > 0;
    }

    /** Whether the seeds at least lean towards it. */
    public boolean isGain() {
        return gain.value() > 0;
    }

    /** The mean score on validation of the experiment as it was. */
    public double before() {
        return repeats.stream().mapToDouble(Repeat::before).average().orElse(Double.NaN);
    }

    /** The same of the best one. */
    public double after() {
        return repeats.stream().mapToDouble(Repeat::after).average().orElse(Double.NaN);
    }

    /** The mean score on test of the experiment as it was; NaN where there is none. */
    public double testBefore() {
        return repeats.stream()
                .mapToDouble(r -> r.testBefore() == null ? Double.NaN : r.testBefore())
                .average()
                .orElse(Double.NaN);
    }

    /** The same of the best one. */
    public double testAfter() {
        return repeats.stream()
                .mapToDouble(r -> r.testAfter() == null ? Double.NaN : r.testAfter())
                .average()
                .orElse(Double.NaN);
    }
}
