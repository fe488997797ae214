package dev.plumbline.tune.sampler.gp;

import java.util.Arrays;

/** A Gaussian process of mean zero, given values at points. */
final class GaussianProcess {
    private final Encoding encoding;
    private final Kernel kernel;
    private final double[][] warped;
    private final Cholesky factor;
    private final double[] alpha;

    /**
     * @param points points of the cube, NaN where a coordinate is absent
     * @param values one for each of the first points; the rest are under way, and believed to have the value that the
     *     process expects of them
     */
    GaussianProcess(Encoding encoding, double[] logs, double[][] points, double[] values) {
        this.encoding = encoding;
        this.kernel = new Kernel(encoding, logs);
        int n = points.length;
        this.warped = new double[n][];
        double[][] covariance = new double[n][];
        for (int i = 0; i < n; i++) {
            warped[i] = kernel.warp(encoding.encode(points[i]));
            covariance[i] = new double[i + 1];
            for (int k = 0; k < i; k++) {
                covariance[i][k] = kernel.at(kernel.distance(warped[i], warped[k]));
            }
            covariance[i][i] = kernel.variance() + kernel.noise();
        }
        this.factor = Cholesky.of(covariance);
        // A value that equals the expectation leaves the weights as they are, and adds one that is zero.
        double[] weights = new double[n];
        if (values.length == n) {
            weights = factor.solve(values);
        } else {
            double[] finished = new GaussianProcess(encoding, logs, Arrays.copyOf(points, values.length), values).alpha;
            System.arraycopy(finished, 0, weights, 0, finished.length);
        }
        this.alpha = weights;
    }

    /** What is expected at a point. */
    record Belief(double mean, double deviation) {}

    Belief at(double[] point) {
        double[] row = kernel.warp(encoding.encode(point));
        double[] covariance = new double[warped.length];
        double mean = 0;
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] = kernel.at(kernel.distance(row, warped[i]));
            mean += covariance[i] * alpha[i];
        }
        factor.solveLower(covariance);
        double variance = kernel.variance() - Cholesky.dot(covariance, covariance, covariance.length);
        return new Belief(mean, Math.sqrt(Math.max(variance, 1e-12)));
    }

    double mean(double[] point) {
        double[] row = kernel.warp(encoding.encode(point));
        double mean = 0;
        for (int i = 0; i < warped.length; i++) {
            mean += kernel.at(kernel.distance(row, warped[i])) * alpha[i];
        }
        return mean;
    }

    /** What is expected at a point, and the derivatives of both by its ordered coordinates. */
    Belief at(double[] point, double[] meanBy, double[] deviationBy) {
        double[] plain = encoding.encode(point);
        double[] row = kernel.warp(plain);
        int n = warped.length;
        double[] covariance = new double[n];
        double[] distances = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            distances[i] = kernel.distance(row, warped[i]);
            covariance[i] = kernel.at(distances[i]);
            mean += covariance[i] * alpha[i];
        }
        double[] solved = covariance.clone();
        factor.solveLower(solved);
        double variance = kernel.variance() - Cholesky.dot(solved, solved, n);
        double deviation = Math.sqrt(Math.max(variance, 1e-12));
        factor.solveUpper(solved);
        double[] meanByColumn = new double[row.length];
        double[] deviationByColumn = new double[row.length];
        for (int i = 0; i < n; i++) {
            double slope = 2 * kernel.slope(distances[i]);
            double byMean = slope * alpha[i];
            double byDeviation = -slope * solved[i] / deviation;
            for (int c = 0; c < row.length; c++) {
                double step = kernel.weight(c) * (row[c] - warped[i][c]);
                meanByColumn[c] += byMean * step;
                deviationByColumn[c] += byDeviation * step;
            }
        }
        kernel.unwarp(plain, meanByColumn);
        kernel.unwarp(plain, deviationByColumn);
        Arrays.fill(meanBy, 0);
        Arrays.fill(deviationBy, 0);
        encoding.decode(meanByColumn, meanBy);
        encoding.decode(deviationByColumn, deviationBy);
        return new Belief(mean, deviation);
    }
}
