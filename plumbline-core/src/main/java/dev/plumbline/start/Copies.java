package dev.plumbline.start;

import dev.plumbline.start.DataProfile.SplitProfile;

/** Whether equal inputs must be copies of each other, or may be different cases that look alike. */
public final class Copies {
    /**
     * Expected equal pairs among all train examples, were elements independent, for each one that there is. Real
     * elements are not independent, so that this leaves room for a million times as many.
     */
    private static final double NEVER = 1e-6;

    private Copies() {}

    /** Whether so many equal pairs cannot be chance. */
    public static boolean areCertain(SplitProfile train) {
        double pairs = 0.5 * train.examples() * (train.examples() - 1.0);
        // copies of a few make every single element common, and so the chance look larger than it was
        return train.coincidence() * pairs < NEVER * Math.max(1, train.duplicates());
    }
}
