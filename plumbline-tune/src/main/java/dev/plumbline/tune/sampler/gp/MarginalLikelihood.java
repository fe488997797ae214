package dev.plumbline.tune.sampler.gp;

import java.util.Arrays;

/** Minus the logarithm of a kernel's posterior density, given points and values, with its gradient. */
final class MarginalLikelihood implements Lbfgs.Smooth {
    private final Encoding encoding;
    private final Prior prior;
    private final double[][] rows;
    private final double[] values;

    MarginalLikelihood(Encoding encoding, Prior prior, double[][] rows, double[] values) {
        this.encoding = encoding;
        this.prior = prior;
        this.rows = rows;
        this.values = values;
    }

    @Override
    public double at(double[] logs, double[] gradient) {
        int n = rows.length;
        Kernel kernel = new Kernel(encoding, logs);
        double[][] warped = new double[n][];
        double[][] covariance = new double[n][];
        double[][] slope = new double[n][];
        for (int i = 0; i < n; i++) {
            warped[i] = kernel.warp(rows[i]);
            covariance[i] = new double[i + 1];
            slope[i] = new double[i];
            for (int k = 0; k < i; k++) {
                double distance = kernel.distance(warped[i], warped[k]);
                double r = Math.sqrt(5 * distance);
                double e = kernel.variance() * Math.exp(-r);
                covariance[i][k] = (1 + r + r * r / 3) * e;
                slope[i][k] = -5.0 / 6 * (1 + r) * e;
            }
            covariance[i][i] = kernel.variance() + kernel.noise();
        }
        Cholesky factor = Cholesky.of(covariance);
        double[] alpha = factor.solve(values);
        double[][] inverse = factor.inverse();
        Arrays.fill(gradient, 0);
        double fit = 0;
        double byVariance = 0;
        double byNoise = 0;
        double[][] pull = new double[n][];
        for (int i = 0; i < n; i++) {
            fit += 0.5 * values[i] * alpha[i];
            pull[i] = slope[i];
            for (int k = 0; k < i; k++) {
                double weight =
                        inverse[i][k] - alpha[i] * alpha[k]; // twice the derivative by the covariance's two entries
                byVariance += weight * covariance[i][k];
                pull[i][k] *= weight;
            }
            double weight = 0.5 * (inverse[i][i] - alpha[i] * alpha[i]);
            byVariance += weight * kernel.variance();
            byNoise += weight * kernel.noise();
        }
        gradient[encoding.axes()] = byVariance;
        gradient[encoding.axes() + 1] = byNoise;
        addDistances(kernel, warped, pull, gradient);
        return fit + 0.5 * factor.logDeterminant() + prior.loss(logs, gradient);
    }

    private void addDistances(Kernel kernel, double[][] warped, double[][] pull, double[] gradient) {
        int axes = encoding.axes();
        int columns = encoding.columns();
        boolean warps = gradient.length > axes + 2;
        double[] column = new double[warped.length];
        double[] moved = new double[warped.length];
        for (int c = 0; c < columns; c++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = warped[i][c];
                moved[i] = 0;
            }
            boolean mismatch = kernel.isMismatch(c);
            double sum = 0;
            for (int i = 0; i < column.length; i++) {
                double own = 0;
                double[] row = pull[i];
                double here = column[i];
                for (int k = 0; k < i; k++) {
                    double difference = here - column[k];
                    if (mismatch) {
                        sum += difference == 0 ? 0 : row[k];
                    } else {
                        double product = row[k] * difference;
                        sum += product * difference;
                        own += product;
                        moved[k] -= product;
                    }
                }
                moved[i] += own;
            }
            double weight = kernel.weight(c);
            gradient[encoding.axis(c)] += weight * sum;
            if (warps && encoding.isOrdered(c)) {
                addWarp(kernel, c, moved, gradient, axes + 2 + c, axes + 2 + columns + c);
            }
        }
    }

    private void addWarp(Kernel kernel, int c, double[] moved, double[] gradient, int atA, int atB) {
        double a = kernel.a(c);
        double b = kernel.b(c);
        for (int i = 0; i < rows.length; i++) {
            double x = Kernel.inside(rows[i][c]);
            double power = Math.pow(x, a);
            double rest = Math.pow(1 - power, b);
            double by = 2 * kernel.weight(c) * moved[i];
            gradient[atA] += by * b * rest / (1 - power) * power * Math.log(x) * a;
            gradient[atB] -= by * rest * Math.log1p(-power) * b;
        }
    }
}
