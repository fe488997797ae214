package dev.plumbline.compare;

import dev.plumbline.data.estimate.Cholesky;

/**
 * Linear regression with a penalty on squared weights (Hoerl and Kennard, 1970), intercept left out of it. Solved in
 * the features, or in the rows where these are fewer: both give the same weights.
 */
final class RidgeRegression {
    /** The larger of the two systems that is still solved in about a second. */
    private static final int MOST_UNKNOWNS = 1_000;

    private RidgeRegression() {}

    /** How many rows to fit at most, so that making the matrix takes at most so many multiplications. */
    static int mostRows(int width, long work) {
        return width > MOST_UNKNOWNS
                ? MOST_UNKNOWNS
                : (int) Math.min(Integer.MAX_VALUE, work / Math.max(1L, (long) width * width));
    }

    /**
     * Fits {@code sum of squared errors + penalty * sum of squared weights}.
     *
     * @param targets row-major, {@code outputs} wide
     * @param penalty above 0
     */
    static LinearMap fit(Rows rows, double[] targets, int outputs, double penalty) {
        int n = rows.count();
        int d = rows.width();
        double[] means = means(rows);
        double[][] centred = new double[n][d];
        for (int row = 0; row < n; row++) {
            for (int i = 0; i < d; i++) {
                centred[row][i] = rows.values()[rows.start(row) + i] - means[i];
            }
        }
        boolean byRows = n < d;
        Cholesky factors = new Cholesky(byRows ? gram(centred, penalty) : gram(transposed(centred, d), penalty));
        double[] weights = new double[outputs * (d + 1)];
        for (int o = 0; o < outputs; o++) {
            double mean = 0;
            for (int row = 0; row < n; row++) {
                mean += targets[row * outputs + o] / n;
            }
            double[] target = new double[n];
            for (int row = 0; row < n; row++) {
                target[row] = targets[row * outputs + o] - mean;
            }
            double[] solved =
                    byRows ? combine(centred, factors.solve(target), d) : factors.solve(combine(centred, target, d));
            System.arraycopy(solved, 0, weights, o * (d + 1), d);
            double intercept = mean;
            for (int i = 0; i < d; i++) {
                intercept -= solved[i] * means[i];
            }
            weights[o * (d + 1) + d] = intercept;
        }
        return new LinearMap(weights, d, outputs);
    }

    private static double[] means(Rows rows) {
        double[] means = new double[rows.width()];
        for (int i = 0; i < rows.values().length; i++) {
            means[i % means.length] += rows.values()[i] / (double) rows.count();
        }
        return means;
    }

    /** Every vector times every other, the penalty added to the diagonal. */
    private static double[][] gram(double[][] vectors, double penalty) {
        double[][] gram = new double[vectors.length][vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < vectors[i].length; k++) {
                    sum += vectors[i][k] * vectors[j][k];
                }
                gram[i][j] = sum;
                gram[j][i] = sum;
            }
            gram[i][i] += penalty;
        }
        return gram;
    }

    private static double[][] transposed(double[][] rows, int width) {
        double[][] columns = new double[width][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return columns;
    }

    /** The sum of rows, each times its factor. */
    private static double[] combine(double[][] rows, double[] factors, int width) {
        double[] sum = new double[width];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < width; i++) {
                sum[i] += factors[row] * rows[row][i];
            }
        }
        return sum;
    }
}
