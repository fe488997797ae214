package dev.plumbline.torch;

import java.util.SplittableRandom;

/** Independent random numbers for each purpose, all from the plan's seed. */
record Seeds(long seed) {
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    /** A double carries whole numbers up to 2^53; below is room for 2^51 steps. */
    private static final int SAFE_BITS = 51;

    /** For a parameter's first values, so that they don't depend on what else the network has. */
    SplittableRandom parameter(String name) {
        return new SplittableRandom(mixed("parameter " + name));
    }

    /** For an epoch's order of examples. */
    SplittableRandom order(int epoch) {
        return new SplittableRandom(mixed("order " + epoch));
    }

    /** For what a step draws itself (dropout). */
    long step(long step) {
        return (mixed("steps") >>> (Long.SIZE - SAFE_BITS)) + step;
    }

    private long mixed(String purpose) {
        long hash = FNV_BASIS;
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * FNV_PRIME;
        }
        return new SplittableRandom(seed ^ hash).nextLong();
    }
}
