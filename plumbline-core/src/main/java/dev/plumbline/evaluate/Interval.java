package dev.plumbline.evaluate;

/**
 * A number and how far it may be off.
 *
 * @param low lower end of the 95 % interval; NaN where nothing is known of it
 * @param high upper end
 */
public record Interval(double value, double low, double high) {
    /** A number known exactly, or whose uncertainty nobody gave. */
    public static Interval exactly(double value) {
        return new Interval(value, value, value);
    }

    /** Whether 0 lies inside: the number cannot be told from nothing. */
    public boolean holdsZero() {
        return low <= 0 && high >= 0;
    }

    /** Whether the two overlap. */
    public boolean overlaps(Interval other) {
        return low <= other.high && other.low <= high;
    }
}
