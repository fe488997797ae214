package dev.plumbline.data.edit;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.estimate.Answers;
import dev.plumbline.data.estimate.Learned;
import dev.plumbline.experiment.Task;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds train examples whose class is likely wrong by confident learning (Northcutt, Jiang and Chuang, 2021): a model
 * that has not seen the example gives another class a larger share than that class's own examples get on average, and
 * its own class less.
 */
public final class LabelSuspects {
    private LabelSuspects() {}

    /** Whether each example is suspect. */
    public static boolean[] of(Answers answers) {
        int outputs = answers.outputs();
        double[] usual = new double[outputs];
        int[] count = new int[outputs];
        for (int row = 0; row < answers.size(); row++) {
            int k = answers.target(row);
            count[k]++;
            usual[k] += (answers.said()[row * outputs + k] - usual[k]) / count[k];
        }
        boolean[] suspect = new boolean[answers.size()];
        for (int row = 0; row < suspect.length; row++) {
            int best = answers.said(row);
            suspect[row] = best != answers.target(row)
                    && count[best] > 0
                    && answers.said()[row * outputs + best] >= usual[best];
        }
        return suspect;
    }

    /** The data set without train's suspects; as it is for other tasks than classification. */
    static Dataset drop(Dataset dataset) {
        Split train = dataset.train();
        if (dataset.task() != Task.CLASSIFICATION || train.size() < 2) {
            return dataset;
        }
        Learned learned = Learned.from(dataset, train);
        boolean[] suspect = new boolean[train.size()];
        if (learned.rows().length < train.size()) {
            boolean[] others = of(learned.of(train));
            System.arraycopy(others, 0, suspect, 0, others.length);
        }
        boolean[] known = of(learned.leftOut());
        int[] rows = learned.rows();
        for (int i = 0; i < rows.length; i++) {
            suspect[rows[i]] = known[i];
        }
        int[] kept = IntStream.range(0, train.size()).filter(i -> !suspect[i]).toArray();
        long classes = Arrays.stream(Edits.classes(dataset, train.pick(kept)))
                .distinct()
                .count();
        return classes < 2 ? dataset : dataset.with(SplitName.TRAIN, train.pick(kept));
    }
}
