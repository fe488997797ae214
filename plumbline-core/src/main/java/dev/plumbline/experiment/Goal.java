package dev.plumbline.experiment;

import org.jspecify.annotations.Nullable;

/**
 * What would be good enough, and what can be had at all.
 *
 * @param metric the one number to improve
 * @param target the score that meets the goal; null where the person has none yet
 * @param irreducibleError the error that remains for the best (human level, best known result), in the metric's error;
 *     null where it is not known, which evaluation then takes as 0 and says so
 * @param reference known results to compare with
 */
public record Goal(
        Metric metric, @Nullable Double target, @Nullable Double irreducibleError, Reference reference) {
    /** With no known result to compare with. */
    public Goal(Metric metric, @Nullable Double target, @Nullable Double irreducibleError) {
        this(metric, target, irreducibleError, Reference.NONE);
    }

    /** The metric alone. */
    public static Goal of(Metric metric) {
        return new Goal(metric, null, null);
    }

    public Goal withMetric(Metric changed) {
        return new Goal(changed, target, irreducibleError, reference);
    }

    public Goal withReference(Reference changed) {
        return new Goal(metric, target, irreducibleError, changed);
    }

    /** Whether the score is good enough. False where no target is set or the score is NaN. */
    public boolean metBy(double score) {
        return target != null && (metric.higherIsBetter() ? score >= target : score <= target);
    }
}
