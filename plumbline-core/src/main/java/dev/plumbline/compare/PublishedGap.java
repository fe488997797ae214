package dev.plumbline.compare;

import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.Metric;

/**
 * How much more error one score is than another of other examples, with the interval that the two intervals make
 * together (Newcombe, <i>Interval estimation for the difference between independent proportions</i>, 1998, method 10).
 */
final class PublishedGap {
    private PublishedGap() {}

    /** @param own a score with its interval; @param published likewise */
    static Interval between(Metric metric, Interval own, Interval published) {
        Interval mine = error(metric, own);
        Interval theirs = error(metric, published);
        double gap = mine.value() - theirs.value();
        double below = Math.hypot(mine.value() - mine.low(), theirs.high() - theirs.value());
        double above = Math.hypot(mine.high() - mine.value(), theirs.value() - theirs.low());
        return new Interval(gap, gap - below, gap + above);
    }

    private static Interval error(Metric metric, Interval score) {
        double low = metric.error(score.low());
        double high = metric.error(score.high());
        return new Interval(metric.error(score.value()), Math.min(low, high), Math.max(low, high));
    }
}
