package dev.plumbline.data;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.edit.Edits;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Spelling;
import dev.plumbline.experiment.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes of a data set what the plan asks for: only some classes, only so many examples (S5), changed, one batch (D5).
 */
public final class Subsets {
    private Subsets() {}

    /**
     * Applies {@link DataPlan#classes()}, {@link DataPlan#maxExamples()}, {@link DataPlan#edits()} and
     * {@link DataPlan#oneBatch()}, in this order.
     *
     * @throws UnusableInputException if a named class is not there, or a batch is larger than the train split
     */
    public static Dataset apply(Dataset dataset, DataPlan plan) {
        Dataset smaller = plan.classes().isEmpty() ? dataset : classes(dataset, plan.classes());
        Integer most = plan.maxExamples();
        if (most != null && most < smaller.train().size()) {
            Split train = smaller.train();
            smaller = smaller.with(SplitName.TRAIN, train.pick(Stratified.choose(train.targets(), most, plan.seed())));
        }
        smaller = Edits.apply(smaller, plan);
        return oneBatch(smaller, plan);
    }

    /** The plan's one batch; all of the data set where it asks for none. */
    static Dataset oneBatch(Dataset dataset, DataPlan plan) {
        Integer batch = plan.oneBatch();
        return batch == null ? dataset : oneBatch(dataset, batch, plan.seed());
    }

    /** A random choice rather than a stratified one: it is what a step of training would see. */
    private static Dataset oneBatch(Dataset dataset, int size, long seed) {
        Split train = dataset.train();
        if (size > train.size()) {
            throw new UnusableInputException(
                    "data.one-batch",
                    "at most the " + train.size() + " examples of the train split",
                    String.valueOf(size),
                    "Ask for a smaller batch.");
        }
        Tensor unstratified = FloatTensor.of(new float[train.size()], train.size());
        return dataset.with(SplitName.TRAIN, train.pick(Stratified.choose(unstratified, size, seed)))
                .only(Set.of(SplitName.TRAIN));
    }

    private static Dataset classes(Dataset dataset, List<String> kept) {
        if (dataset.task() != Task.CLASSIFICATION) {
            throw new UnusableInputException(
                    "data.classes",
                    "a class for each example",
                    "the task " + dataset.task(),
                    "Leave the key out, or choose the examples before writing the file.");
        }
        List<String> names = dataset.schema().classNames();
        List<Integer> numbers = new ArrayList<>();
        for (String name : kept) {
            if (!names.contains(name)) {
                throw new UnusableInputException(
                        "data.classes",
                        "classes of the data: " + String.join(", ", names),
                        "\"" + name + "\"",
                        "Did you mean `" + Spelling.nearest(name, names) + "`?");
            }
            numbers.add(names.indexOf(name));
        }
        Schema all = dataset.schema();
        Dataset smaller = new Dataset(
                dataset.task(),
                new Schema(
                        all.modality(),
                        all.inputs(),
                        all.target(),
                        kept,
                        kept.size(),
                        all.positions(),
                        all.otherTargets(),
                        all.ignores()),
                dataset.splits(),
                dataset.notes());
        for (Map.Entry<SplitName, Split> entry : dataset.splits().entrySet()) {
            smaller = smaller.with(entry.getKey(), only(entry.getValue(), numbers));
        }
        return smaller;
    }

    private static Split only(Split split, List<Integer> numbers) {
        LongTensor targets = (LongTensor) split.targets();
        int[] rows = IntStream.range(0, split.size())
                .filter(i -> numbers.contains((int) targets.values()[i]))
                .toArray();
        Split picked = split.pick(rows);
        long[] renumbered = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            renumbered[i] = numbers.indexOf((int) targets.values()[rows[i]]);
        }
        return picked.withTargets(new LongTensor(renumbered, Shape.of(rows.length)));
    }
}
