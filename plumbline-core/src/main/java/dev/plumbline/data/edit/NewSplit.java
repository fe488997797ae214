package dev.plumbline.data.edit;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Stratified;

/** Train and validation put together and split anew, stratified by class, each as large as it was. */
final class NewSplit {
    private NewSplit() {}

    static Dataset of(Dataset dataset, long seed) {
        Split validation = dataset.split(SplitName.VALIDATION).orElse(null);
        if (validation == null) {
            return dataset;
        }
        Split whole = Joined.of(dataset.train(), validation);
        int[] held = Stratified.choose(whole.targets(), validation.size(), seed);
        return dataset.with(SplitName.TRAIN, whole.pick(Stratified.others(whole.size(), held)))
                .with(SplitName.VALIDATION, whole.pick(held));
    }
}
