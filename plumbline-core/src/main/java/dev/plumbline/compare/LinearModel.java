package dev.plumbline.compare;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Stratified;
import dev.plumbline.experiment.Task;
import java.util.Locale;

/** Logistic regression for classes and labels, ridge regression for numbers, on all inputs side by side. */
final class LinearModel implements Baseline {
    /** Elements times classes of one pass over train; a hundred passes then take a few seconds. */
    private static final long MOST_WORK = 40_000_000L;
    /** Elements times features for ridge regression's matrix. */
    private static final long MOST_SQUARED = 1_000_000_000L;

    @Override
    public String name(Task task) {
        return task == Task.REGRESSION ? "linear regression" : "logistic regression";
    }

    @Override
    public Answer answer(Dataset dataset, SplitName name) {
        int outputs = dataset.schema().outputs();
        Split asked = dataset.split(name).orElseThrow();
        Rows queries = Rows.of(asked, dataset.schema());
        boolean regression = dataset.task() == Task.REGRESSION;
        int most = regression ? RidgeRegression.mostRows(queries.width(), MOST_SQUARED) : mostRows(queries, outputs);
        Split known = dataset.train();
        if (known.size() > most) {
            known = known.pick(Stratified.choose(known.targets(), most, 0));
        }
        Rows rows = Rows.of(known, dataset.schema());
        double[] targets = Targets.numbers(known, outputs);
        LinearMap map = regression
                ? RidgeRegression.fit(rows, targets, outputs, 1)
                : LogisticRegression.fit(rows, targets, outputs, dataset.task() == Task.CLASSIFICATION);
        double[] answers = map.apply(queries);
        if (dataset.task() == Task.MULTILABEL) {
            for (int i = 0; i < answers.length; i++) {
                answers[i] = 1 / (1 + Math.exp(-answers[i]));
            }
        }
        return new Answer(
                Targets.predictions(dataset.task(), answers, asked, outputs),
                String.format(
                        Locale.ROOT,
                        "%s of %,d numbers each, learned from %,d train examples with a light L2 penalty.",
                        regression ? "A weighted sum" : "A weighted sum for each class",
                        queries.width(),
                        known.size()));
    }

    private static int mostRows(Rows rows, int outputs) {
        return (int) Math.max(
                200, Math.min(Integer.MAX_VALUE, MOST_WORK / Math.max(1L, (long) rows.width() * outputs)));
    }
}
