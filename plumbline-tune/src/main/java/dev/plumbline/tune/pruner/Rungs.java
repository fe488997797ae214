package dev.plumbline.tune.pruner;

/**
 * The steps at which trials are compared: {@code min}, {@code min * factor}, {@code min * factor^2}, ...
 *
 * @param min the first step, at least 1
 * @param factor how many times longer each is than the one before, at least 2
 */
record Rungs(int min, int factor) {
    /**
     * A value after one or two epochs says little about the end: with 1 as the first rung, stopping early costs
     * quality.
     */
    static final int CLEAR_OF_NOISE = 4;

    Rungs {
        if (min < 1 || factor < 2) {
            throw new IllegalArgumentException(
                    "a first rung of at least 1 and a factor of at least 2 are expected, but got " + min + " and "
                            + factor);
        }
    }

    /** Whether trials are compared at this step. */
    boolean isRung(int step) {
        long rung = min;
        while (rung < step) {
            rung *= factor;
        }
        return rung == step;
    }
}
