package dev.plumbline.tune.history;

/** Which values of an objective are better. */
public enum Direction {
    MINIMIZE,
    MAXIMIZE;

    /** The value as a loss: negated where more is better, so that less is better. NaN stays NaN. */
    public double loss(double value) {
        return this == MINIMIZE ? value : -value;
    }

    /** Whether {@code value} is better than {@code other}; never where one is NaN. */
    public boolean isBetter(double value, double other) {
        return loss(value) < loss(other);
    }
}
