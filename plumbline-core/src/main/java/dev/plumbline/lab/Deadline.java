package dev.plumbline.lab;

import dev.plumbline.experiment.Budget;
import java.time.Duration;

/** What is left of a time that several runs share. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** So much time from now on. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Whether the time is up. */
    public boolean passed() {
        return System.nanoTime() >= end;
    }

    /** The time left; never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /**
     * A budget of the time left, but at most so much; at least a millisecond, so that a run can report that it ended.
     */
    public Budget budget(Duration most) {
        Duration left = left().compareTo(most) < 0 ? left() : most;
        return Budget.of(left.toMillis() < 1 ? Duration.ofMillis(1) : left);
    }

    /** All of the time left, as a budget. */
    public Budget budget() {
        return budget(Duration.ofDays(365));
    }
}
