package dev.plumbline.data.edit;

import java.util.List;
import java.util.SplittableRandom;

/** A random order (Fisher and Yates). */
final class Shuffled {
    private Shuffled() {}

    static int[] of(List<Integer> rows, SplittableRandom random) {
        int[] order = rows.stream().mapToInt(Integer::intValue).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
