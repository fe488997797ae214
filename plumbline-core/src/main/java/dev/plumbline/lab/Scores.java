package dev.plumbline.lab;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;

/** The metrics, computed. */
final class Scores {
    private Scores() {}

    static double score(Metric metric, Predictions predictions) {
        if (predictions.size() == 0) {
            return Double.NaN;
        }
        return switch (metric) {
            case ACCURACY -> accuracy(predictions);
            case BALANCED_ACCURACY -> byClass(predictions, false);
            case F1 -> byClass(predictions, true);
            case RMSE -> Math.sqrt(meanSquare(predictions));
            case MAE -> meanAbsolute(predictions);
            case R2 -> 1 - meanSquare(predictions) / variance((FloatTensor) predictions.targets());
        };
    }

    private static double accuracy(Predictions predictions) {
        if (predictions.task() == Task.MULTILABEL) {
            float[] outputs = predictions.outputs().values();
            float[] targets = ((FloatTensor) predictions.targets()).values();
            int right = 0;
            for (int i = 0; i < outputs.length; i++) {
                right += (outputs[i] > predictions.threshold()) == (targets[i] > 0.5) ? 1 : 0;
            }
            return (double) right / outputs.length;
        }
        int[] said = predictions.classes();
        int[] truth = predictions.targetClasses();
        int right = 0;
        for (int i = 0; i < said.length; i++) {
            right += said[i] == truth[i] ? 1 : 0;
        }
        return (double) right / said.length;
    }

    /** Mean over the classes that occur of recall, or of F1. */
    private static double byClass(Predictions predictions, boolean f1) {
        int labels;
        int[][] counts; // for each class: hits, said, true
        if (predictions.task() == Task.MULTILABEL) {
            labels = predictions.outputs().rowElements();
            counts = new int[labels][3];
            float[] outputs = predictions.outputs().values();
            float[] targets = ((FloatTensor) predictions.targets()).values();
            for (int i = 0; i < outputs.length; i++) {
                count(counts[i % labels], outputs[i] > predictions.threshold(), targets[i] > 0.5);
            }
        } else {
            int[] said = predictions.classes();
            int[] truth = predictions.targetClasses();
            labels = Math.max(2, predictions.outputs().rowElements());
            counts = new int[labels][3];
            for (int i = 0; i < said.length; i++) {
                for (int k = 0; k < labels; k++) {
                    count(counts[k], said[i] == k, truth[i] == k);
                }
            }
        }
        double sum = 0;
        int occurring = 0;
        for (int[] c : counts) {
            if (c[2] > 0) {
                occurring++;
                sum += f1 ? 2.0 * c[0] / (c[1] + c[2]) : (double) c[0] / c[2];
            }
        }
        return sum / occurring;
    }

    private static void count(int[] counts, boolean said, boolean truth) {
        counts[0] += said && truth ? 1 : 0;
        counts[1] += said ? 1 : 0;
        counts[2] += truth ? 1 : 0;
    }

    private static double meanSquare(Predictions predictions) {
        float[] outputs = predictions.outputs().values();
        float[] targets = ((FloatTensor) predictions.targets()).values();
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            double error = (double) outputs[i] - targets[i];
            sum += error * error;
        }
        return sum / outputs.length;
    }

    private static double meanAbsolute(Predictions predictions) {
        float[] outputs = predictions.outputs().values();
        float[] targets = ((FloatTensor) predictions.targets()).values();
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            sum += Math.abs((double) outputs[i] - targets[i]);
        }
        return sum / outputs.length;
    }

    private static double variance(FloatTensor targets) {
        int width = targets.rowElements();
        double sum = 0;
        for (int k = 0; k < width; k++) {
            double mean = 0;
            for (int i = k; i < targets.values().length; i += width) {
                mean += targets.values()[i];
            }
            mean /= targets.length();
            for (int i = k; i < targets.values().length; i += width) {
                sum += (targets.values()[i] - mean) * (targets.values()[i] - mean);
            }
        }
        return sum / targets.values().length;
    }
}
