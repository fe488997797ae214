package dev.plumbline.tune.sampler.tpe;

import java.util.Arrays;

/** Weighted points, one array for each parameter. */
final class Sample {
    private final double[][] columns;
    private double[] weights = new double[32];
    private int count;

    Sample(int dimensions) {
        columns = new double[dimensions][32];
    }

    /** Adds a point; it is copied. */
    void add(double[] point, double weight) {
        if (count == weights.length) {
            weights = Arrays.copyOf(weights, 2 * count);
            for (int d = 0; d < columns.length; d++) {
                columns[d] = Arrays.copyOf(columns[d], 2 * count);
            }
        }
        for (int d = 0; d < columns.length; d++) {
            columns[d][count] = point[d];
        }
        weights[count++] = weight;
    }

    void copy(int index, double[] into) {
        for (int d = 0; d < columns.length; d++) {
            into[d] = columns[d][index];
        }
    }

    double weight(int index) {
        return weights[index];
    }

    int dimensions() {
        return columns.length;
    }

    int size() {
        return count;
    }

    /** The values of one parameter, as many as there are points. */
    double[] column(int dimension) {
        return Arrays.copyOf(columns[dimension], count);
    }

    double[] weights() {
        return Arrays.copyOf(weights, count);
    }
}
