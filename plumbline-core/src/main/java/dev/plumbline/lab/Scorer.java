package dev.plumbline.lab;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;
import java.util.stream.IntStream;

/**
 * A metric of some predictions, over any choice of their examples. What each example adds is worked out once, so that
 * scoring a thousand resamples of ten thousand examples takes tenths of a second.
 */
public abstract class Scorer {
    private final int size;

    Scorer(int size) {
        this.size = size;
    }

    /**
     * A metric for the predictions.
     *
     * @throws IllegalArgumentException if the metric says nothing about the predictions' task
     */
    public static Scorer of(Metric metric, Predictions predictions) {
        if (!metric.suits(predictions.task())) {
            throw new IllegalArgumentException("`metric` must suit " + predictions.task() + ", but got " + metric);
        }
        if (predictions.task() == Task.REGRESSION) {
            return new RegressionScorer(metric, predictions.outputs(), (FloatTensor) predictions.targets());
        }
        return predictions.task() == Task.MULTILABEL
                ? new LabelScorer(metric, predictions)
                : new ClassScorer(metric, predictions);
    }

    /** The number of examples to choose from. */
    public final int size() {
        return size;
    }

    /**
     * The metric over the examples of the given indices; an index that stands there twice counts twice.
     *
     * @return NaN for no examples, if an output of a regression is NaN, or for r2 of targets that are all the same
     */
    public abstract double score(int[] indices);

    /** The metric over all examples. */
    public final double score() {
        return score(IntStream.range(0, size).toArray());
    }

    /**
     * Mean over the classes that occur.
     *
     * @param hits examples of a class that were said to be of it
     * @param said examples that were said to be of it
     * @param truth examples that are of it
     * @param f1 F1 of each class; otherwise its recall
     */
    static double meanOverClasses(int[] hits, int[] said, int[] truth, boolean f1) {
        double sum = 0;
        int occurring = 0;
        for (int k = 0; k < truth.length; k++) {
            if (truth[k] > 0) {
                occurring++;
                sum += f1 ? 2.0 * hits[k] / (said[k] + truth[k]) : (double) hits[k] / truth[k];
            }
        }
        return sum / occurring;
    }
}
