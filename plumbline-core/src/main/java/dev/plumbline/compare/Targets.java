package dev.plumbline.compare;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Task;
import dev.plumbline.lab.Predictions;
import java.util.Arrays;

/**
 * Targets as numbers to average, and averages as predictions: classes become a 1 among zeros, so that a mean of targets
 * is a share of votes.
 */
final class Targets {
    private Targets() {}

    /** How many answers a split asks for: one for each example, or one for each position. */
    static int rows(Split split) {
        return split.targets() instanceof LongTensor classes ? classes.elements() : split.size();
    }

    /** Row-major, one row an example or a position that counts, {@code outputs} wide. */
    static double[] numbers(Split split, int outputs) {
        Tensor targets = split.targets();
        if (targets instanceof LongTensor classes) {
            long[] counted = Arrays.stream(classes.values())
                    .filter(k -> k != Schema.NO_CLASS)
                    .toArray();
            double[] votes = new double[counted.length * outputs];
            for (int i = 0; i < counted.length; i++) {
                votes[i * outputs + (int) counted[i]] = 1;
            }
            return votes;
        }
        double[] numbers = new double[rows(split) * outputs];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = targets.get(i);
        }
        return numbers;
    }

    /** Predictions of shares (of classes or labels) or of values. */
    static Predictions predictions(Task task, double[] averages, Split split, int outputs) {
        float[] values = new float[averages.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) averages[i];
        }
        return new Predictions(
                task,
                task == Task.REGRESSION ? Loss.Takes.VALUES : Loss.Takes.PROBABILITIES,
                new FloatTensor(
                        values,
                        task == Task.TAGGING
                                ? Shape.of(split.size(), rows(split) / Math.max(1, split.size()), outputs)
                                : Shape.of(split.size(), outputs)),
                split.targets(),
                Double.NaN);
    }
}
