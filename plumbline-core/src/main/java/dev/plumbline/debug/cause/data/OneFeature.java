package dev.plumbline.debug.cause.data;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Targets said by one number alone: by the nearest examples in its order. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OneFeature(double[] values, double[] targets, boolean classes) {
    private static final int SIDE = 2;

    /** Sorted by value; what is not finite counts as lowest. */
    static OneFeature of(double[] values, double[] targets, boolean classes) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> finite(values[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        return new OneFeature(
                IntStream.of(order).mapToDouble(i -> finite(values[i])).toArray(),
                IntStream.of(order).mapToDouble(i -> targets[i]).toArray(),
                classes);
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : -Double.MAX_VALUE;
    }

    /** What always giving the same answer scores. */
    static double constant(double[] targets, boolean classes) {
        if (!classes) {
            return 0;
        }
        Map<Double, Integer> counts = new HashMap<>();
        for (double target : targets) {
            counts.merge(target, 1, Integer::sum);
        }
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0) / (double) targets.length;
    }

    /** Share of the values' variance that lies between classes, or squared correlation with amounts. */
    static double between(double[] values, double[] targets, boolean classes) {
        double mean = DoubleStream.of(values).map(OneFeature::bounded).average().orElse(0);
        double center = DoubleStream.of(targets).average().orElse(0);
        Map<Double, double[]> sums = new HashMap<>();
        double total = 0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double off = bounded(values[i]) - mean;
            total += off * off;
            products += off * (targets[i] - center);
            squares += (targets[i] - center) * (targets[i] - center);
            double[] sum = sums.computeIfAbsent(classes ? targets[i] : 0.0, k -> new double[2]);
            sum[0] += off;
            sum[1]++;
        }
        if (total <= 0 || squares <= 0) {
            return 0;
        }
        double explained =
                sums.values().stream().mapToDouble(s -> s[0] * s[0] / s[1]).sum();
        return classes ? explained / total : products / total * (products / squares);
    }

    private static double bounded(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    /** Share right, or of the variance explained, each example said by the others. */
    double leftOut() {
        double[] said = new double[targets.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = answer(values[i], i);
        }
        return score(said, targets, classes);
    }

    /** The same for other examples. */
    double score(double[] asked, double[] truth) {
        double[] said = new double[truth.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = answer(finite(asked[i]), -1);
        }
        return score(said, truth, classes);
    }

    /** By the group of equal values where there are others in it, else by the neighbours on either side. */
    private double answer(double value, int itself) {
        int from = lower(value);
        int to = from;
        while (to < values.length && values[to] == value) {
            to++;
        }
        boolean alone = to - from - (itself >= 0 ? 1 : 0) < 1;
        int first = alone ? Math.max(0, from - SIDE) : from;
        int end = alone ? Math.min(values.length, to + SIDE) : to;
        return classes ? most(first, end, itself) : mean(first, end, itself);
    }

    private int lower(double value) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double most(int first, int end, int itself) {
        Map<Double, Integer> votes = new HashMap<>();
        for (int i = first; i < end; i++) {
            if (i != itself) {
                votes.merge(targets[i], 1, Integer::sum);
            }
        }
        return votes.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(Double.NaN);
    }

    private double mean(int first, int end, int itself) {
        double sum = 0;
        int count = 0;
        for (int i = first; i < end; i++) {
            if (i != itself) {
                sum += targets[i];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double score(double[] said, double[] truth, boolean classes) {
        if (classes) {
            long right = IntStream.range(0, truth.length)
                    .filter(i -> said[i] == truth[i])
                    .count();
            return right / (double) Math.max(1, truth.length);
        }
        double mean = IntStream.range(0, truth.length)
                .mapToDouble(i -> truth[i])
                .average()
                .orElse(0);
        double residual = 0;
        double total = 0;
        for (int i = 0; i < truth.length; i++) {
            residual += (said[i] - truth[i]) * (said[i] - truth[i]);
            total += (truth[i] - mean) * (truth[i] - mean);
        }
        return total > 0 ? Math.max(0, 1 - residual / total) : 0;
    }
}
