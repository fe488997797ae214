package dev.plumbline.tune.sampler.gp;

import java.util.Arrays;

/** The lower factor of a symmetric positive definite matrix, which gets as much added to its diagonal as it needs. */
final class Cholesky {
    private static final double FIRST_JITTER = 1e-10;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /** Factors the lower triangle of {@code matrix}, which is left as it is. */
    static Cholesky of(double[][] matrix) {
        double mean = 0;
        for (int i = 0; i < matrix.length; i++) {
            mean += matrix[i][i] / matrix.length;
        }
        for (double jitter = 0; ; jitter = jitter == 0 ? FIRST_JITTER : jitter * 10) {
            double[][] lower = new double[matrix.length][];
            for (int i = 0; i < lower.length; i++) {
                lower[i] = Arrays.copyOf(matrix[i], i + 1);
                lower[i][i] += jitter * mean;
            }
            if (factor(lower)) {
                return new Cholesky(lower);
            }
            if (!(jitter < 1)) {
                throw new ArithmeticException(
                        "a covariance matrix of " + matrix.length
                                + " points must be finite and positive definite, but is neither after adding its own mean to its diagonal");
            }
        }
    }

    private static boolean factor(double[][] lower) {
        for (int i = 0; i < lower.length; i++) {
            double[] row = lower[i];
            for (int j = 0; j < i; j++) {
                row[j] = (row[j] - dot(row, lower[j], j)) / lower[j][j];
            }
            double rest = row[i] - dot(row, row, i);
            if (!(rest > 1e-14)) {
                return false;
            }
            row[i] = Math.sqrt(rest);
        }
        return true;
    }

    // Four sums at once: strict floating point forbids the compiler to split one sum.
    static double dot(double[] a, double[] b, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < count; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (; k < count; k++) {
            s0 += a[k] * b[k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** {@code L⁻¹ b}, in place. */
    void solveLower(double[] b) {
        for (int i = 0; i < lower.length; i++) {
            b[i] = (b[i] - dot(lower[i], b, i)) / lower[i][i];
        }
    }

    /** {@code L⁻ᵀ b}, in place. */
    void solveUpper(double[] b) {
        for (int i = lower.length - 1; i >= 0; i--) {
            double[] row = lower[i];
            double value = b[i] / row[i];
            b[i] = value;
            for (int k = 0; k < i; k++) {
                b[k] -= value * row[k];
            }
        }
    }

    /** {@code A⁻¹ b}. */
    double[] solve(double[] b) {
        double[] x = b.clone();
        solveLower(x);
        solveUpper(x);
        return x;
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * Math.log(lower[i][i]);
        }
        return sum;
    }

    /** The lower triangle of {@code A⁻¹}. */
    double[][] inverse() {
        int n = lower.length;
        double[][] rows = new double[n][]; // L⁻¹ by rows: row i = (e_i - sum_k<i L[i][k] row k) / L[i][i]
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            row[i] = 1;
            for (int k = 0; k < i; k++) {
                double factor = lower[i][k];
                double[] above = rows[k];
                for (int c = 0; c <= k; c++) {
                    row[c] -= factor * above[c];
                }
            }
            for (int c = 0; c <= i; c++) {
                row[c] /= lower[i][i];
            }
            rows[i] = row;
        }
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            inverse[i] = new double[i + 1];
        }
        for (int k = 0; k < n; k++) { // A⁻¹ = sum_k row_kᵀ row_k
            double[] row = rows[k];
            for (int i = 0; i <= k; i++) {
                double factor = row[i];
                double[] target = inverse[i];
                for (int c = 0; c <= i; c++) {
                    target[c] += factor * row[c];
                }
            }
        }
        return inverse;
    }
}
