package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Stratified;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.SplitPlan;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Which rows of the train file are held out: first for test, then, of what is left, for validation. */
final class Partition {
    private Partition() {}

    /**
     * The rows of each split that comes from the train file; ascending, none in two splits.
     *
     * @param targets of all rows, for stratification
     * @param own splits that the file brings in arrays of their own, which need no holding out
     * @throws UnusableInputException if a split would have no rows
     */
    static Map<SplitName, int[]> of(DataPlan plan, Tensor targets, java.util.Set<SplitName> own) {
        Map<SplitName, int[]> rows = new EnumMap<>(SplitName.class);
        int[] left = IntStream.range(0, targets.length()).toArray();
        if (plan.test() instanceof SplitPlan.Fraction test && !own.contains(SplitName.TEST)) {
            rows.put(SplitName.TEST, held(left, targets, test, SplitName.TEST, plan.seed()));
            left = without(left, rows.get(SplitName.TEST));
        }
        if (plan.validation() instanceof SplitPlan.Fraction validation && !own.contains(SplitName.VALIDATION)) {
            rows.put(SplitName.VALIDATION, held(left, targets, validation, SplitName.VALIDATION, plan.seed()));
            left = without(left, rows.get(SplitName.VALIDATION));
        }
        rows.put(SplitName.TRAIN, left);
        return rows;
    }

    private static int[] held(int[] left, Tensor targets, SplitPlan.Fraction plan, SplitName name, long seed) {
        int count = (int) Math.round(left.length * plan.fraction());
        if (count == 0 || count == left.length) {
            String key = "data." + name.label();
            throw new UnusableInputException(
                    key,
                    "at least one example for " + name + " and one for train",
                    count + " of " + left.length + " examples by the fraction " + plan.fraction(),
                    "Change the fraction, name a file, or set `" + key + ": none`.");
        }
        int[] chosen = Stratified.choose(targets.rows(left), count, seed);
        return Arrays.stream(chosen).map(i -> left[i]).toArray();
    }

    private static int[] without(int[] rows, int[] taken) {
        return Arrays.stream(rows)
                .filter(row -> Arrays.binarySearch(taken, row) < 0)
                .toArray();
    }
}
