package dev.plumbline.zoo.fault;

import dev.plumbline.data.SplitName;
import dev.plumbline.zoo.folder.Data;
import dev.plumbline.zoo.folder.Examples;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/** Other orders and choices of examples. */
final class Rearranged {
    private Rearranged() {}

    /** Train examples in the order of their targets. */
    static Data byTarget(Data data) {
        Examples train = data.train();
        int[] rows = IntStream.range(0, train.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> train.targets()[i]))
                .mapToInt(i -> i)
                .toArray();
        return data.with(SplitName.TRAIN, train.pick(rows));
    }

    /** A seeded order of so many rows. */
    static int[] permutation(int size, long seed) {
        int[] rows = IntStream.range(0, size).toArray();
        Random random = new Random(seed);
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = rows[i];
            rows[i] = rows[other];
            rows[other] = kept;
        }
        return rows;
    }

    /** With a validation split of its own, taken from train by a seed. */
    static Data withValidation(Data data) {
        Examples train = data.train();
        int[] rows = permutation(train.size(), 7);
        int held = train.size() / 5;
        return data.with(SplitName.VALIDATION, train.pick(java.util.Arrays.copyOf(rows, held)))
                .with(SplitName.TRAIN, train.pick(java.util.Arrays.copyOfRange(rows, held, rows.length)));
    }
}
