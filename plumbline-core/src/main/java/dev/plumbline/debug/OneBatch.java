package dev.plumbline.debug;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Normalizer;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Subsets;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;

/**
 * Overfits one batch (D5): a network that cannot be driven to about 0 on a few examples has a bug, whatever its size.
 *
 * <p>About 0 means a mean loss of 0.05 nats for classes (the right class has a probability of 95 % on the geometric
 * mean; the most that softmaxed logits can reach under cross-entropy is 0.31 for two classes, 1.46 for ten), and for
 * regression 2 % of the loss of always saying the batch's mean.
 */
public final class OneBatch {
    /** TheDeepChecker overfits 16 examples for 1,000 steps; Adam at 3e-4 wants some more. */
    public static final int MAX_STEPS = 2000;

    private static final int MAX_BATCH = 32;
    /** Of the targets' variance, left over where the loss itself says nothing of it. */
    private static final double MOST_WRONG = 0.1;

    private final Lab lab;
    private final Observer observer;

    public OneBatch(Lab lab, Observer observer) {
        this.lab = lab;
        this.observer = observer;
    }

    /** Who hears of the runs. */
    public Observer observer() {
        return observer;
    }

    /** The same, for runs that go on side by side. */
    public OneBatch quiet() {
        return new OneBatch(lab, observer.quiet());
    }

    /** Runs the experiment on one batch of its own batch size, at most 32 examples, for at most so many steps. */
    public OverfitResult run(Experiment experiment, Dataset dataset, int steps, Budget budget) {
        int size = Math.min(
                Math.min(experiment.training().batchSize(), MAX_BATCH),
                dataset.train().size());
        Experiment onBatch = experiment.onOneBatch(size, steps);
        double bound = bound(onBatch, dataset);
        Run run = lab.run(onBatch, RunRequest.overfit(budget.withSteps(steps), bound), observer);
        double end = run.predictions(SplitName.TRAIN).map(Predictions::loss).orElse(Double.NaN);
        float[] losses = run.trace().losses();
        double start = losses.length == 0 ? Double.NaN : losses[0];
        double wrong = wrong(run);
        Trend trend = end <= bound && !isEmpty(experiment, wrong, end) ? Trend.TO_ZERO : Trends.of(losses);
        return new OverfitResult(run, trend, size, start, end, bound, wrong);
    }

    /**
     * A loss of classes may be at its lowest on amounts that are all wrong: cross-entropy of a single unit is 0. And
     * below 0 no loss of classes says anything: it was given no probabilities.
     */
    private static boolean isEmpty(Experiment experiment, double wrong, double end) {
        Loss loss = experiment.training().loss().loss();
        if (experiment.task() != Task.REGRESSION) {
            return end < OverfitResult.BELOW_ZERO && !loss.isOfAmounts();
        }
        return !loss.isOfAmounts() && !loss.isBinary() && !(wrong <= MOST_WRONG);
    }

    private static double wrong(Run run) {
        Metric metric = run.experiment().task() == Task.REGRESSION ? Metric.R2 : Metric.ACCURACY;
        return run.predictions(SplitName.TRAIN).map(p -> 1 - p.score(metric)).orElse(Double.NaN);
    }

    /** The loss that counts as about 0 for this batch, in the unit of training. */
    private static double bound(Experiment onBatch, Dataset dataset) {
        LossPlan loss = onBatch.training().loss();
        if (onBatch.task() != Task.REGRESSION) {
            return LossBound.ofClasses(loss, dataset.schema().outputs());
        }
        Dataset batch = Normalizer.fit(dataset, onBatch.data()).apply(Subsets.apply(dataset, onBatch.data()));
        return LossBound.ofAmounts(loss, batch.train().targets());
    }
}
