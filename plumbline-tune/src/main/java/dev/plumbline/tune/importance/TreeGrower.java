package dev.plumbline.tune.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Grows a regression tree to its end on a bootstrap sample (Breiman, Random Forests, 2001): every split is the one that
 * lowers the squared error most. Choices are divided in the order of their means, which finds the best of all divisions
 * (Breiman et al., Classification and Regression Trees, 1984, 4.2).
 */
final class TreeGrower {
    private final Table table;
    private final SplittableRandom random;
    private final List<Box> leaves = new ArrayList<>();

    private TreeGrower(Table table, SplittableRandom random) {
        this.table = table;
        this.random = random;
    }

    /** The leaves of a tree. */
    static List<Box> grow(Table table, SplittableRandom random) {
        TreeGrower grower = new TreeGrower(table, random);
        int trials = table.targets().length;
        int[] sample =
                IntStream.range(0, trials).map(i -> random.nextInt(trials)).toArray();
        grower.grow(sample, Box.whole(table));
        return grower.leaves;
    }

    private void grow(int[] sample, Box box) {
        Split split = sample.length < 2 ? null : best(sample);
        if (split == null) {
            double mean = Arrays.stream(sample)
                    .mapToDouble(i -> table.targets()[i])
                    .average()
                    .orElse(Double.NaN);
            leaves.add(box.saying(mean));
            return;
        }
        int p = split.parameter();
        int[] left = Arrays.stream(sample).filter(i -> split.goesLeft(table, i)).toArray();
        int[] right =
                Arrays.stream(sample).filter(i -> !split.goesLeft(table, i)).toArray();
        if (table.isCategorical(p)) {
            grow(left, box.only(p, split.left()));
            grow(right, box.only(p, ~split.left()));
        } else {
            double threshold = threshold(p, split.rank(), right);
            grow(left, box.below(p, threshold));
            grow(right, box.above(p, threshold));
        }
    }

    /** Half way to the next place that the sample has. */
    private double threshold(int parameter, int rank, int[] right) {
        int[] ranks = table.ranks()[parameter];
        int next = Arrays.stream(right).map(i -> ranks[i]).min().orElse(rank);
        return (table.places()[parameter][rank] + table.places()[parameter][next]) / 2;
    }

    private @Nullable Split best(int[] sample) {
        double sum = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i : sample) {
            double target = table.targets()[i];
            sum += target;
            low = Math.min(low, target);
            high = Math.max(high, target);
        }
        if (low == high) {
            return null;
        }
        int count = table.parameters();
        int first = random.nextInt(count); // of equal splits not always the same parameter's
        Split best = null;
        for (int k = 0; k < count; k++) {
            int p = (first + k) % count;
            Split split = table.isCategorical(p) ? byChoice(p, sample, sum) : byNumber(p, sample, sum);
            if (split != null && (best == null || split.gain() > best.gain())) {
                best = split;
            }
        }
        return best;
    }

    private @Nullable Split byNumber(int parameter, int[] sample, double sum) {
        int[] ranks = table.ranks()[parameter];
        long[] order = new long[sample.length];
        for (int k = 0; k < order.length; k++) {
            order[k] = (long) ranks[sample[k]] << 32 | sample[k];
        }
        Arrays.sort(order);
        double left = 0;
        double gain = 0;
        int rank = -1;
        for (int k = 1; k < order.length; k++) {
            left += table.targets()[(int) order[k - 1]];
            int before = (int) (order[k - 1] >> 32);
            if (before == (int) (order[k] >> 32)) {
                continue;
            }
            double found = gain(left, k, sum, order.length);
            if (found > gain) {
                gain = found;
                rank = before;
            }
        }
        return rank < 0 ? null : new Split(parameter, gain, rank, 0);
    }

    private @Nullable Split byChoice(int parameter, int[] sample, double sum) {
        int choices = table.choices()[parameter];
        double[] sums = new double[choices];
        int[] counts = new int[choices];
        for (int i : sample) {
            sums[table.ranks()[parameter][i]] += table.targets()[i];
            counts[table.ranks()[parameter][i]]++;
        }
        List<Integer> order = IntStream.range(0, choices)
                .filter(c -> counts[c] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> sums[c] / counts[c]))
                .toList();
        double left = 0;
        int seen = 0;
        long set = 0;
        double gain = 0;
        long best = 0;
        for (int k = 0; k < order.size() - 1; k++) {
            int choice = order.get(k);
            left += sums[choice];
            seen += counts[choice];
            set |= 1L << choice;
            double found = gain(left, seen, sum, sample.length);
            if (found > gain) {
                gain = found;
                best = set;
            }
        }
        return best == 0 ? null : new Split(parameter, gain, 0, best);
    }

    /** By how much the squared error falls where so many with this sum go left. */
    private static double gain(double left, int leftCount, double sum, int count) {
        double right = sum - left;
        return left * left / leftCount + right * right / (count - leftCount) - sum * sum / count;
    }
}
