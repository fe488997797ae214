package dev.plumbline.tune.sampler;

import java.util.SplittableRandom;

/**
 * A Sobol sequence, scrambled by a random triangular matrix of bits and a random shift for each dimension (Matousek,
 * "On the L2-discrepancy for anchored boxes", J. Complexity 14, 1998): points that fill the unit cube more evenly than
 * random ones, and differ from seed to seed.
 */
final class SobolSequence {
    private static final int BITS = 32;
    private static final double SCALE = 0x1p-32;

    private final int[][] directions;
    private final int[] shifts;

    SobolSequence(int dimensions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        directions = new int[dimensions][];
        shifts = new int[dimensions];
        for (int d = 0; d < dimensions; d++) {
            directions[d] = scramble(SobolTable.directions(d), random);
            shifts[d] = random.nextInt();
        }
    }

    private static int[] scramble(int[] plain, SplittableRandom random) {
        int[] rows = new int[BITS];
        for (int bit = 0; bit < BITS; bit++) {
            int above = bit == 0 ? 0 : -1 << (BITS - bit);
            rows[bit] = (random.nextInt() & above) | 1 << (BITS - 1 - bit);
        }
        int[] scrambled = new int[BITS];
        for (int i = 0; i < BITS; i++) {
            for (int bit = 0; bit < BITS; bit++) {
                scrambled[i] |= (Integer.bitCount(rows[bit] & plain[i]) & 1) << (BITS - 1 - bit);
            }
        }
        return scrambled;
    }

    /** One coordinate, in (0, 1), of the point of this index, counted from 0. */
    double at(int index, int dimension) {
        int gray = index ^ (index >>> 1);
        int bits = shifts[dimension];
        for (int i = 0; gray != 0; i++, gray >>>= 1) {
            if ((gray & 1) == 1) {
                bits ^= directions[dimension][i];
            }
        }
        return ((bits & 0xFFFFFFFFL) + 0.5) * SCALE;
    }
}
