package dev.plumbline.lab;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;

/**
 * What a network said of a split, in evaluation mode, beside what was right.
 *
 * @param task what the outputs are for
 * @param takes what the loss takes the outputs for; decides where a single unit or a label turns over
 * @param outputs {@code (N, outputs)}; tagging: {@code (N, positions, classes)}
 * @param targets as {@link dev.plumbline.data.Split#targets()}
 * @param loss mean over the split, without the plan's scale; NaN where it was not computed
 */
public record Predictions(Task task, Loss.Takes takes, FloatTensor outputs, Tensor targets, double loss) {
    /** The number of examples. */
    public int size() {
        return targets.length();
    }

    /**
     * The class said for each example, or for each position of one example after the other: the largest output, or for
     * one unit whether it passes its threshold.
     */
    public int[] classes() {
        int width = outputs.shape().rank() < 2 ? 1 : outputs.shape().get(-1);
        int[] classes = new int[outputs.elements() / Math.max(1, width)];
        for (int i = 0; i < classes.length; i++) {
            if (width == 1) {
                classes[i] = outputs.values()[i] > threshold() ? 1 : 0;
                continue;
            }
            int best = 0;
            for (int k = 1; k < width; k++) {
                // written so that a NaN never wins
                if (outputs.values()[i * width + k] > outputs.values()[i * width + best]
                        || Float.isNaN(outputs.values()[i * width + best])) {
                    best = k;
                }
            }
            classes[i] = best;
        }
        return classes;
    }

    /** Above this an output says yes: 0 for logits and margins, one half for probabilities. */
    public double threshold() {
        return takes == Loss.Takes.LOGITS || takes == Loss.Takes.MARGINS ? 0 : 0.5;
    }

    /**
     * The right class of each example, or of each position of one example after the other; {@link Schema#NO_CLASS} for
     * what is not counted.
     */
    public int[] targetClasses() {
        return java.util.Arrays.stream(((LongTensor) targets).values())
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    /** The metric over all examples; NaN where there are none, or if an output of a regression is. */
    public double score(Metric metric) {
        return Scorer.of(metric, this).score();
    }

    /** These predictions for some of the examples only. */
    public Predictions pick(int[] indices) {
        return new Predictions(task, takes, outputs.rows(indices), targets.rows(indices), Double.NaN);
    }

    /** Predictions that name a class outright, as a baseline does. */
    public static Predictions ofClasses(int[] classes, LongTensor targets, int classCount) {
        float[] outputs = new float[classes.length * classCount];
        for (int i = 0; i < classes.length; i++) {
            outputs[i * classCount + classes[i]] = 1;
        }
        return new Predictions(
                Task.CLASSIFICATION,
                Loss.Takes.PROBABILITIES,
                new FloatTensor(outputs, Shape.of(classes.length, classCount)),
                targets,
                Double.NaN);
    }
}
