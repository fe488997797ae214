package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;

/**
 * A whole number that is a multiple of the batch size, as it stands among known values: {@code N}, {@code 8N}. It is
 * written as a number that no size can be, so that -1, which a Reshape takes for "what is left", stays free.
 */
public final class BatchCount {
    private static final long BASE = Long.MIN_VALUE / 2;
    private static final long RANGE = 1L << 31;

    private BatchCount() {}

    /** So many values an example; at least 1. */
    public static long of(long multiple) {
        if (multiple < 1 || multiple >= RANGE) {
            throw new IllegalArgumentException("`1 <= multiple < 2^31` must hold, but got " + multiple);
        }
        return BASE + multiple;
    }

    /** Whether a known value is a multiple of the batch size. */
    public static boolean is(long value) {
        return value > BASE && value < BASE + RANGE;
    }

    /** How many times the batch size. */
    public static long multiple(long value) {
        return value - BASE;
    }

    /** An axis's size as a known value; the size must not be {@link Shape#UNKNOWN}. */
    public static long ofSize(int size) {
        return Shape.isBatched(size) ? of(-(long) size) : size;
    }

    /** A known value as an axis's size. */
    public static int toSize(long value) {
        return Math.toIntExact(is(value) ? -multiple(value) : value);
    }
}
