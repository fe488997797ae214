package dev.plumbline.data.edit;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Modality;

/**
 * Mean and standard deviation of each feature over a split: of each channel of an image (first axis of a row), else of
 * each number along the last axis. Values that are not finite are left out.
 *
 * @param stride neighbouring elements of one feature
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Moments(double[] mean, double[] deviation, int stride) {
    static Moments of(FloatTensor tensor, Modality modality) {
        Shape row = tensor.shape().withoutFirst();
        boolean channels = modality == Modality.IMAGE && row.rank() > 1;
        int features = row.rank() == 0 ? 1 : channels ? row.get(0) : row.get(-1);
        int stride = channels ? tensor.rowElements() / Math.max(1, features) : 1;
        return of(tensor.values(), features, stride);
    }

    /** Of all elements together. */
    static Moments ofAll(FloatTensor tensor) {
        return of(tensor.values(), 1, Math.max(1, tensor.values().length));
    }

    private static Moments of(float[] values, int features, int stride) {
        double[] mean = new double[features];
        double[] squares = new double[features];
        long[] count = new long[features];
        for (int i = 0; i < values.length; i++) {
            int f = i / stride % features;
            if (Float.isFinite(values[i])) {
                count[f]++;
                double delta = values[i] - mean[f];
                mean[f] += delta / count[f];
                squares[f] += delta * (values[i] - mean[f]);
            }
        }
        for (int f = 0; f < features; f++) {
            squares[f] = count[f] == 0 ? 0 : Math.sqrt(squares[f] / count[f]);
        }
        return new Moments(mean, squares, stride);
    }

    int features() {
        return mean.length;
    }

    /** Whether a feature changes by more than float32's rounding. */
    boolean varies(int feature) {
        return deviation[feature] > 1e-6 * Math.max(1e-12, Math.abs(mean[feature]));
    }
}
