package dev.plumbline.compare;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same answer to everything: the most frequent class, each label's more frequent value, the mean target. */
final class ConstantAnswer implements Baseline {
    @Override
    public String name(Task task) {
        return switch (task) {
            case CLASSIFICATION, TAGGING -> "majority class";
            case MULTILABEL -> "majority of each label";
            case REGRESSION -> "mean of train";
        };
    }

    @Override
    public boolean suits(Task task) {
        return true;
    }

    @Override
    public Answer answer(Dataset dataset, SplitName split) {
        int outputs = dataset.schema().outputs();
        double[] targets = Targets.numbers(dataset.train(), outputs);
        double[] means = new double[outputs];
        for (int i = 0; i < targets.length; i++) {
            means[i % outputs] += targets[i] * outputs / targets.length;
        }
        Split asked = dataset.split(split).orElseThrow();
        double[] answers = new double[Targets.rows(asked) * outputs];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = means[i % outputs];
        }
        return new Answer(Targets.predictions(dataset.task(), answers, asked, outputs), how(dataset, means));
    }

    private static String how(Dataset dataset, double[] means) {
        if (dataset.task() == Task.CLASSIFICATION || dataset.task() == Task.TAGGING) {
            int most = 0;
            for (int k = 1; k < means.length; k++) {
                most = means[k] > means[most] ? k : most;
            }
            List<String> names = dataset.schema().classNames();
            String name = most < names.size() ? "\"" + names.get(most) + "\"" : "class " + most;
            return String.format(Locale.ROOT, "Always says %s, %.1f %% of train.", name, 100 * means[most]);
        }
        if (dataset.task() == Task.MULTILABEL) {
            return "Says for every label what is more frequent in train.";
        }
        List<String> values = new ArrayList<>();
        for (double mean : means) {
            values.add(String.format(Locale.ROOT, "%.4g", mean));
        }
        return "Always says the mean target, " + String.join(", ", values) + ".";
    }
}
