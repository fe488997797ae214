package dev.plumbline.data.edit;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Repeats train examples of rare classes until every class has as many as the most frequent (random oversampling), at
 * most 20 copies of each. The order is random, since the copies would otherwise lie together.
 */
final class Balance {
    /** A rarer class than that is known too little for more copies to tell more. */
    private static final int MOST_COPIES = 20;

    private Balance() {}

    static Dataset apply(Dataset dataset, long seed) {
        Split train = dataset.train();
        long[] classes = Edits.classes(dataset, train);
        Map<Long, List<Integer>> byClass = new LinkedHashMap<>();
        for (int row = 0; row < classes.length; row++) {
            byClass.computeIfAbsent(classes[row], k -> new ArrayList<>()).add(row);
        }
        int most = byClass.values().stream().mapToInt(List::size).max().orElse(0);
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> chosen = new ArrayList<>();
        for (List<Integer> rows : byClass.values()) {
            int wanted = Math.min(most, MOST_COPIES * rows.size());
            chosen.addAll(rows);
            for (int i = rows.size(); i < wanted; i++) {
                chosen.add(rows.get(random.nextInt(rows.size())));
            }
        }
        if (chosen.size() <= train.size()) {
            return dataset;
        }
        return dataset.with(SplitName.TRAIN, train.pick(Shuffled.of(chosen, random)));
    }
}
