package dev.plumbline.tune;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much a call of {@link Study#optimize} may spend.
 *
 * <pre>{@code
 * study.optimize(objective, Budget.trials(100).within(Duration.ofHours(1)).threads(4));
 * }</pre>
 *
 * @param count how many trials to begin, at least 1
 * @param time how long trials may be begun, or null for no end
 * @param threadCount how many trials run at once, at least 1
 * @param perTrial how long one trial may take before it is interrupted and counted as failed, or null for no end
 */
public record Budget(
        int count,
        @Nullable Duration time,
        int threadCount,
        @Nullable Duration perTrial) {
    public Budget {
        if (count < 1 || threadCount < 1) {
            throw new IllegalArgumentException(
                    "at least 1 trial and 1 thread are expected, but got " + count + " and " + threadCount);
        }
    }

    /** So many trials, one after the other. */
    public static Budget trials(int count) {
        return new Budget(count, null, 1, null);
    }

    /** As many trials as begin in this time. */
    public static Budget time(Duration time) {
        return new Budget(Integer.MAX_VALUE, time, 1, null);
    }

    /** The same, but no trial begins after this time. */
    public Budget within(Duration limit) {
        return new Budget(count, limit, threadCount, perTrial);
    }

    /** The same with so many trials at once. */
    public Budget threads(int threads) {
        return new Budget(count, time, threads, perTrial);
    }

    /** The same, but a trial that takes longer than this is interrupted and fails. */
    public Budget trialTimeout(Duration limit) {
        return new Budget(count, time, threadCount, limit);
    }
}
