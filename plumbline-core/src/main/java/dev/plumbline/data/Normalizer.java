package dev.plumbline.data;

import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Shifts and scales float inputs, with numbers fitted on the train split alone, so that nothing of the other splits
 * leaks into training (S4). Features run along the last axis of rows and sequences, along the channel axis of images.
 * NaN is left out of the fit and stays NaN; a feature that is constant in train is shifted but not scaled. Regression
 * targets are treated likewise where the plan says so; {@link #restore} takes a network's outputs back to the targets'
 * own unit.
 */
public final class Normalizer {
    /** What is taken off and divided by, for each feature of each input; empty arrays for an input left alone. */
    private record Scale(double[] shift, double[] divisor) {}

    private final List<Scale> scales;
    private final Scale targets;
    private final FeatureAxis axes;

    private Normalizer(List<Scale> scales, Scale targets, FeatureAxis axes) {
        this.scales = scales;
        this.targets = targets;
        this.axes = axes;
    }

    /** Where the features lie in a row. */
    private enum FeatureAxis {
        LAST,
        FIRST
    }

    /** Fits the numbers on the data set's train split. */
    public static Normalizer fit(Dataset dataset, DataPlan plan) {
        FeatureAxis axes = dataset.schema().modality() == Modality.IMAGE ? FeatureAxis.FIRST : FeatureAxis.LAST;
        List<Scale> scales = new ArrayList<>();
        for (Tensor input : dataset.train().inputs()) {
            scales.add(scale(input, plan.normalization(), axes));
        }
        Tensor targets = dataset.train().targets();
        Scale targetScale = dataset.task() == Task.REGRESSION
                ? scale(targets, plan.targetNormalization(), FeatureAxis.LAST)
                : none();
        return new Normalizer(scales, targetScale, axes);
    }

    private static Scale scale(Tensor tensor, Normalization normalization, FeatureAxis axes) {
        if (!(tensor instanceof FloatTensor floats)) {
            return none();
        }
        return switch (normalization) {
            case NONE -> none();
            case STANDARDIZE -> standardize(floats, axes);
            case UNIT_RANGE -> unitRange(floats, axes);
        };
    }

    /** A network's outputs in the targets' own unit; the same tensor where targets were not normalized. */
    public FloatTensor restore(FloatTensor outputs) {
        int features = targets.shift().length;
        if (features == 0) {
            return outputs;
        }
        float[] restored = new float[outputs.values().length];
        for (int i = 0; i < restored.length; i++) {
            int feature = i % features;
            restored[i] = (float) (outputs.values()[i] * targets.divisor()[feature] + targets.shift()[feature]);
        }
        return new FloatTensor(restored, outputs.shape());
    }

    /**
     * The data set with every split's float inputs (and targets) shifted and scaled; the given arrays are left as they
     * are.
     */
    public Dataset apply(Dataset dataset) {
        Dataset changed = dataset;
        for (Map.Entry<SplitName, Split> entry : dataset.splits().entrySet()) {
            List<Tensor> inputs = new ArrayList<>();
            for (int i = 0; i < scales.size(); i++) {
                inputs.add(apply(entry.getValue().inputs().get(i), scales.get(i), axes));
            }
            changed = changed.with(
                    entry.getKey(),
                    entry.getValue()
                            .withInputs(inputs)
                            .withTargets(apply(entry.getValue().targets(), targets, FeatureAxis.LAST)));
        }
        return changed;
    }

    private static Tensor apply(Tensor input, Scale scale, FeatureAxis axes) {
        if (!(input instanceof FloatTensor floats) || scale.shift().length == 0) {
            return input;
        }
        float[] out = new float[floats.values().length];
        int features = scale.shift().length;
        int stride = stride(floats, features, axes);
        for (int i = 0; i < out.length; i++) {
            int feature = i / stride % features;
            out[i] = (float) ((floats.values()[i] - scale.shift()[feature]) / scale.divisor()[feature]);
        }
        return new FloatTensor(out, floats.shape());
    }

    private static Scale none() {
        return new Scale(new double[0], new double[0]);
    }

    private static Scale standardize(FloatTensor input, FeatureAxis axes) {
        Shape row = input.shape().withoutFirst();
        int features = row.rank() == 0 ? 1 : axes == FeatureAxis.FIRST ? row.get(0) : row.get(-1);
        int stride = stride(input, features, axes);
        double[] mean = new double[features];
        double[] squares = new double[features];
        long[] count = new long[features];
        float[] values = input.values();
        for (int i = 0; i < values.length; i++) {
            int feature = i / stride % features;
            if (Float.isFinite(values[i])) {
                // Welford's update, since the squares of large values would swallow small variances
                count[feature]++;
                double delta = values[i] - mean[feature];
                mean[feature] += delta / count[feature];
                squares[feature] += delta * (values[i] - mean[feature]);
            }
        }
        double[] deviation = new double[features];
        for (int f = 0; f < features; f++) {
            double d = count[f] == 0 ? 0 : Math.sqrt(squares[f] / count[f]);
            // what float32 cannot tell from a constant is one
            deviation[f] = d > 1e-7 * Math.max(1, Math.abs(mean[f])) ? d : 1;
        }
        return new Scale(mean, deviation);
    }

    /** Rows and sequences: a range a feature; images: one range, since a pixel's channels share a unit. */
    private static Scale unitRange(FloatTensor input, FeatureAxis axes) {
        Shape row = input.shape().withoutFirst();
        int features = row.rank() == 0 || axes == FeatureAxis.FIRST ? 1 : row.get(-1);
        double[] low = new double[features];
        double[] high = new double[features];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        float[] values = input.values();
        for (int i = 0; i < values.length; i++) {
            if (Float.isFinite(values[i])) {
                low[i % features] = Math.min(low[i % features], values[i]);
                high[i % features] = Math.max(high[i % features], values[i]);
            }
        }
        double[] divisor = new double[features];
        for (int f = 0; f < features; f++) {
            divisor[f] = high[f] > low[f] ? high[f] - low[f] : 1;
            low[f] = low[f] <= high[f] ? low[f] : 0;
        }
        return new Scale(low, divisor);
    }

    private static int stride(FloatTensor input, int features, FeatureAxis axes) {
        return features == 1 || axes == FeatureAxis.LAST ? 1 : input.rowElements() / features;
    }
}
