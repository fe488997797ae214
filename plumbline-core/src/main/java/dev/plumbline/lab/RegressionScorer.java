package dev.plumbline.lab;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.experiment.Metric;

/** Numbers for each example: its metrics are functions of sums of errors and of targets. */
final class RegressionScorer extends Scorer {
    private final Metric metric;
    /** What each example adds: its error, absolute or squared, over all its outputs. */
    private final double[] errors;
    /** Row-major targets less their mean, so that their squares can be summed without loss. */
    private final double[] centred;

    private final int width;

    RegressionScorer(Metric metric, FloatTensor outputs, FloatTensor targets) {
        super(targets.length());
        this.metric = metric;
        width = targets.rowElements();
        errors = new double[targets.length()];
        for (int i = 0; i < outputs.values().length; i++) {
            double error = (double) outputs.values()[i] - targets.values()[i];
            errors[i / width] += metric == Metric.MAE ? Math.abs(error) : error * error;
        }
        centred = metric == Metric.R2 ? centred(targets) : new double[0];
    }

    @Override
    public double score(int[] indices) {
        double sum = 0;
        for (int i : indices) {
            sum += errors[i];
        }
        double mean = sum / ((double) indices.length * width);
        return switch (metric) {
            case MAE -> mean;
            case RMSE -> Math.sqrt(mean);
            default -> r2(mean, variance(indices));
        };
    }

    private static double r2(double meanSquare, double variance) {
        return variance == 0 ? Double.NaN : 1 - meanSquare / variance;
    }

    /** Mean over the outputs of the targets' variance. */
    private double variance(int[] indices) {
        double total = 0;
        for (int k = 0; k < width; k++) {
            double sum = 0;
            double squares = 0;
            for (int i : indices) {
                double target = centred[i * width + k];
                sum += target;
                squares += target * target;
            }
            double mean = sum / indices.length;
            total += squares / indices.length - mean * mean;
        }
        return total / width;
    }

    private static double[] centred(FloatTensor targets) {
        int width = targets.rowElements();
        double[] means = new double[width];
        for (int i = 0; i < targets.values().length; i++) {
            means[i % width] += targets.values()[i] / (double) targets.length();
        }
        double[] centred = new double[targets.values().length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = targets.values()[i] - means[i % width];
        }
        return centred;
    }
}
