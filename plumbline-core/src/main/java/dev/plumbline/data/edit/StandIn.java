package dev.plumbline.data.edit;

import java.util.Arrays;
import java.util.Optional;

/** A number that stands for "missing": the same far value again and again (-999, 1e9). */
final class StandIn {
    private static final int FEWEST = 3;
    private static final double SHARE = 0.002;
    /** How far it lies from the nearest other, in the others' standard deviations. */
    private static final double FAR = 3;
    /** And in their whole range, which a long tail makes many deviations wide. */
    private static final double FAR_IN_RANGE = 0.25;

    private static final int FEWEST_OTHERS = 10;
    private static final double OFTEN = 0.05;

    private StandIn() {}

    /** @param values in any order; what is not finite is left out */
    static Optional<Double> of(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        int last = sorted.length - 1;
        if (last < FEWEST_OTHERS) {
            return Optional.empty();
        }
        int low = 0;
        while (low < last && sorted[low + 1] == sorted[0]) {
            low++;
        }
        int high = last;
        while (high > 0 && sorted[high - 1] == sorted[last]) {
            high--;
        }
        if (isFar(sorted, low + 1, last, sorted[low + 1 > last ? last : low + 1] - sorted[0], low + 1)) {
            return Optional.of(sorted[0]);
        }
        return isFar(sorted, 0, high - 1, sorted[last] - sorted[Math.max(0, high - 1)], last - high + 1)
                ? Optional.of(sorted[last])
                : Optional.empty();
    }

    /**
     * The lowest or highest number, where it comes up in at least 5 % of the values, five times as often as any other,
     * and the others differ from each other: 0 for a weight that was not taken.
     */
    static Optional<Double> atTheEnd(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length < FEWEST_OTHERS) {
            return Optional.empty();
        }
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        int most = 0;
        int distinct = 0;
        int run = 0;
        for (int i = 0; i < sorted.length; i++) {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            distinct += run == 1 ? 1 : 0;
            most = sorted[i] == low || sorted[i] == high ? most : Math.max(most, run);
        }
        long lows = Arrays.stream(sorted).filter(v -> v == low).count();
        long highs = Arrays.stream(sorted).filter(v -> v == high).count();
        long often = Math.max(lows, highs);
        long others = sorted.length - lows - highs;
        boolean stands = often >= OFTEN * sorted.length && often >= 5L * Math.max(1, most) && distinct > others / 3;
        return stands && Math.min(lows, highs) <= Math.max(1, most)
                ? Optional.of(lows > highs ? low : high)
                : Optional.empty();
    }

    /** Whether equal values so far from the others (from, to) are stand-ins. */
    private static boolean isFar(double[] sorted, int from, int to, double gap, int count) {
        boolean often = count >= Math.max(FEWEST, SHARE * sorted.length) && count <= sorted.length / 2;
        if (!often || to - from < FEWEST_OTHERS) {
            return false;
        }
        double range = sorted[to] - sorted[from];
        long distinct = Arrays.stream(sorted, from, to + 1)
                .distinct()
                .limit(FEWEST_OTHERS)
                .count();
        double mean = Arrays.stream(sorted, from, to + 1).average().orElse(0);
        double variance = Arrays.stream(sorted, from, to + 1)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        return range > 0
                && distinct >= FEWEST_OTHERS
                && gap > Math.max(FAR * Math.sqrt(variance), FAR_IN_RANGE * range);
    }
}
