package dev.plumbline.network.operator;

import java.util.OptionalLong;

/**
 * Arithmetic on whole numbers that may be multiples of the batch size ({@link BatchCount}), of which no more is known
 * than that it is at least 1. Empty where the result depends on how many examples there are.
 */
final class BatchArithmetic {
    private BatchArithmetic() {}

    private static OptionalLong batch(long multiple) {
        return multiple == 0
                ? OptionalLong.of(0)
                : multiple < 0 ? OptionalLong.empty() : OptionalLong.of(BatchCount.of(multiple));
    }

    private static boolean neither(long a, long b) {
        return !BatchCount.is(a) && !BatchCount.is(b);
    }

    private static boolean both(long a, long b) {
        return BatchCount.is(a) && BatchCount.is(b);
    }

    /** How many times N, or the number itself. */
    private static long count(long value) {
        return BatchCount.is(value) ? BatchCount.multiple(value) : value;
    }

    static OptionalLong add(long a, long b) {
        if (neither(a, b)) {
            return OptionalLong.of(a + b);
        }
        return both(a, b)
                ? batch(count(a) + count(b))
                : a == 0 ? OptionalLong.of(b) : b == 0 ? OptionalLong.of(a) : OptionalLong.empty();
    }

    static OptionalLong subtract(long a, long b) {
        if (neither(a, b)) {
            return OptionalLong.of(a - b);
        }
        return both(a, b) ? batch(count(a) - count(b)) : b == 0 ? OptionalLong.of(a) : OptionalLong.empty();
    }

    static OptionalLong multiply(long a, long b) {
        if (neither(a, b)) {
            return OptionalLong.of(a * b);
        }
        return both(a, b) ? OptionalLong.empty() : batch(count(a) * count(b));
    }

    /** Toward zero. */
    static OptionalLong divide(long a, long b) {
        if (b == 0 || a == 0) {
            return b == 0 ? OptionalLong.empty() : OptionalLong.of(0);
        }
        if (neither(a, b) || both(a, b)) {
            return OptionalLong.of(count(a) / count(b));
        }
        return BatchCount.is(a) && count(a) % b == 0 ? batch(count(a) / b) : OptionalLong.empty();
    }

    /** With the sign of the divisor. */
    static OptionalLong modulo(long a, long b) {
        if (b == 0) {
            return OptionalLong.empty();
        }
        if (neither(a, b)) {
            return OptionalLong.of(Math.floorMod(a, b));
        }
        if (both(a, b)) {
            return batch(count(a) % count(b));
        }
        return BatchCount.is(a) && count(a) % b == 0 ? OptionalLong.of(0) : OptionalLong.empty();
    }

    static OptionalLong min(long a, long b) {
        return choose(a, b, less(a, b));
    }

    static OptionalLong max(long a, long b) {
        return choose(b, a, less(a, b));
    }

    private static OptionalLong choose(long a, long b, OptionalLong first) {
        return first.isEmpty() ? first : OptionalLong.of(first.getAsLong() == 1 ? a : b);
    }

    /** 1 where equal, else 0. */
    static OptionalLong equal(long a, long b) {
        if (neither(a, b) || both(a, b)) {
            return truth(a == b);
        }
        long multiple = BatchCount.is(a) ? count(a) : count(b);
        long number = BatchCount.is(a) ? b : a;
        return number < multiple ? truth(false) : OptionalLong.empty();
    }

    /** 1 where the first is less, else 0. */
    static OptionalLong less(long a, long b) {
        if (neither(a, b) || both(a, b)) {
            return truth(count(a) < count(b));
        }
        if (BatchCount.is(a)) {
            return b <= count(a) ? truth(false) : OptionalLong.empty();
        }
        return a < count(b) ? truth(true) : OptionalLong.empty();
    }

    static OptionalLong lessOrEqual(long a, long b) {
        return not(less(b, a));
    }

    static OptionalLong greater(long a, long b) {
        return less(b, a);
    }

    static OptionalLong greaterOrEqual(long a, long b) {
        return not(less(a, b));
    }

    private static OptionalLong not(OptionalLong truth) {
        return truth.isEmpty() ? truth : OptionalLong.of(1 - truth.getAsLong());
    }

    private static OptionalLong truth(boolean holds) {
        return OptionalLong.of(holds ? 1 : 0);
    }
}
