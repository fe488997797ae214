package dev.plumbline.tune.sampler.cma;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A normal distribution that moves towards the better of its samples (arXiv 1604.00772, appendix A). */
final class Distribution {
    private static final double CONVERGED = 1e-9;

    private final Strategy strategy;
    private final double[] mean;
    private double sigma;
    private final double[] sigmaPath;
    private final double[] path;
    private final double[][] covariance;
    private Eigen eigen;
    private int generation;

    /** @param sigma the first standard deviation, of the unit interval */
    Distribution(double[] mean, double sigma, Strategy strategy) {
        int n = mean.length;
        this.strategy = strategy;
        this.mean = mean.clone();
        this.sigma = sigma;
        this.sigmaPath = new double[n];
        this.path = new double[n];
        this.covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = 1;
        }
        this.eigen = Eigen.of(covariance);
    }

    double[] mean() {
        return mean;
    }

    /** The standard deviation along an axis. */
    double deviation(int axis) {
        return sigma * Math.sqrt(covariance[axis][axis]);
    }

    boolean isConverged() {
        double largest = Arrays.stream(eigen.values()).max().orElse(0);
        double least = Arrays.stream(eigen.values()).min().orElse(0);
        return !(sigma * Math.sqrt(largest) > CONVERGED) || !(largest < 1e14 * least);
    }

    /** A step from the mean. */
    double[] step(SplittableRandom random) {
        int n = mean.length;
        double[] step = new double[n];
        for (int k = 0; k < n; k++) {
            double length = sigma * Math.sqrt(Math.max(0, eigen.values()[k])) * random.nextGaussian();
            for (int i = 0; i < n; i++) {
                step[i] += eigen.vectors()[i][k] * length;
            }
        }
        return step;
    }

    /** Moves to the points of one generation, best first. A coordinate that is NaN counts as the mean's. */
    void update(double[][] ranked) {
        int n = mean.length;
        generation++;
        double[][] steps = new double[strategy.weights.length][n];
        double[] shift = new double[n];
        for (int i = 0; i < steps.length; i++) {
            for (int k = 0; k < n; k++) {
                steps[i][k] = Double.isNaN(ranked[i][k]) ? 0 : (ranked[i][k] - mean[k]) / sigma;
            }
            shorten(steps[i]);
            for (int k = 0; k < n; k++) {
                shift[k] += strategy.weights[i] * steps[i][k];
            }
        }
        double[] white = whitened(shift);
        double squared = 0;
        double rate = strategy.sigmaRate;
        for (int k = 0; k < n; k++) {
            mean[k] = Math.max(0, Math.min(1, mean[k] + sigma * shift[k]));
            sigmaPath[k] = (1 - rate) * sigmaPath[k] + Math.sqrt(rate * (2 - rate) * strategy.mass) * white[k];
            squared += sigmaPath[k] * sigmaPath[k];
        }
        double length = Math.sqrt(squared);
        double usual =
                Math.sqrt(1 - Math.pow(1 - rate, 2.0 * generation)) * (1.4 + 2.0 / (n + 1)) * strategy.expectedLength;
        boolean onward = length < usual;
        for (int k = 0; k < n; k++) {
            double push =
                    onward ? Math.sqrt(strategy.pathRate * (2 - strategy.pathRate) * strategy.mass) * shift[k] : 0;
            path[k] = (1 - strategy.pathRate) * path[k] + push;
        }
        adapt(steps, onward ? 0 : strategy.pathRate * (2 - strategy.pathRate));
        sigma = Math.min(
                1,
                sigma * Math.exp(Math.min(1, rate / strategy.sigmaDamping * (length / strategy.expectedLength - 1))));
        eigen = Eigen.of(covariance);
    }

    private void adapt(double[][] steps, double stall) {
        int n = mean.length;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k <= i; k++) {
                double many = 0;
                for (int s = 0; s < steps.length; s++) {
                    many += strategy.weights[s] * steps[s][i] * steps[s][k];
                }
                double kept = 1 - strategy.rankOne * (1 - stall) - strategy.rankMu;
                covariance[i][k] =
                        kept * covariance[i][k] + strategy.rankOne * path[i] * path[k] + strategy.rankMu * many;
                covariance[k][i] = covariance[i][k];
            }
        }
    }

    // Points that others put in may lie far away (N. Hansen, Injecting External Solutions Into CMA-ES, arXiv
    // 1110.4181).
    private void shorten(double[] step) {
        double[] white = whitened(step);
        double length = 0;
        for (double w : white) {
            length += w * w;
        }
        length = Math.sqrt(length);
        double n = step.length;
        double longest = Math.sqrt(n) + 2 * n / (n + 2);
        if (length > longest) {
            for (int k = 0; k < step.length; k++) {
                step[k] *= longest / length;
            }
        }
    }

    private double[] whitened(double[] step) {
        int n = step.length;
        double[] white = new double[n];
        for (int k = 0; k < n; k++) {
            double along = 0;
            for (int i = 0; i < n; i++) {
                along += eigen.vectors()[i][k] * step[i];
            }
            along /= Math.sqrt(Math.max(eigen.values()[k], 1e-30));
            for (int i = 0; i < n; i++) {
                white[i] += eigen.vectors()[i][k] * along;
            }
        }
        return white;
    }
}
