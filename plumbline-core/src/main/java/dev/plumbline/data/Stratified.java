package dev.plumbline.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A random choice of examples in which every class has the share that it has in the whole. The same seed gives the same
 * choice.
 */
public final class Stratified {
    private Stratified() {}

    /**
     * Chooses examples.
     *
     * @param targets class numbers to stratify by; any other tensor makes it a plain random choice
     * @param count how many to choose, at most as many as there are
     * @return chosen indices, ascending
     */
    public static int[] choose(Tensor targets, int count, long seed) {
        int total = targets.length();
        if (count < 0 || count > total) {
            throw new IllegalArgumentException("`0 <= count <= " + total + "` must hold, but got " + count);
        }
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] chosen = new boolean[total];
        int taken = 0;
        int seen = 0;
        for (int[] group : groups(targets)) {
            shuffle(group, random);
            // each group's end falls where its share of the count ends, so that rounding never adds up
            int end = (int) Math.round((double) (seen + group.length) / total * count);
            for (int i = 0; i < Math.min(end - taken, group.length); i++) {
                chosen[group[i]] = true;
            }
            taken = end;
            seen += group.length;
        }
        return IntStream.range(0, total).filter(i -> chosen[i]).toArray();
    }

    /** All indices that are not among the chosen, ascending. */
    public static int[] others(int total, int[] chosen) {
        boolean[] taken = new boolean[total];
        Arrays.stream(chosen).forEach(i -> taken[i] = true);
        return IntStream.range(0, total).filter(i -> !taken[i]).toArray();
    }

    private static List<int[]> groups(Tensor targets) {
        if (!(targets instanceof LongTensor classes) || targets.shape().rank() != 1) {
            return List.of(IntStream.range(0, targets.length()).toArray());
        }
        Map<Long, List<Integer>> byClass = new LinkedHashMap<>();
        for (int i = 0; i < classes.length(); i++) {
            byClass.computeIfAbsent(classes.values()[i], c -> new ArrayList<>()).add(i);
        }
        return byClass.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static void shuffle(int[] indices, SplittableRandom random) {
        for (int i = indices.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = indices[i];
            indices[i] = indices[j];
            indices[j] = swapped;
        }
    }
}
