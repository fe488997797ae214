package dev.plumbline.data.edit;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.ExampleIndex;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import java.util.Map;
import java.util.stream.IntStream;

/** Drops copies: of train all but the first, of other splits whatever stands in train. */
final class Duplicates {
    private Duplicates() {}

    /** A split of which nothing would be left stays as it is. */
    static Dataset drop(Dataset dataset) {
        Split train = dataset.train();
        ExampleIndex index = new ExampleIndex(train);
        Dataset changed = dataset.with(
                SplitName.TRAIN,
                train.pick(IntStream.range(0, train.size())
                        .filter(row -> index.earlier(row) < 0)
                        .toArray()));
        for (Map.Entry<SplitName, Split> entry : dataset.splits().entrySet()) {
            Split split = entry.getValue();
            if (entry.getKey() != SplitName.TRAIN) {
                int[] kept = IntStream.range(0, split.size())
                        .filter(row -> index.find(split, row) < 0)
                        .toArray();
                changed = kept.length == 0 ? changed : changed.with(entry.getKey(), split.pick(kept));
            }
        }
        return changed;
    }
}
