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
