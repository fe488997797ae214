package dev.plumbline.tune.sampler.tpe;

import java.util.SplittableRandom;

/**
 * A density over several parameters: a mixture of one product of kernels for each observation, and a prior, which
 * stands for knowing nothing.
 */
final class ParzenEstimator {
    /** Below this, a term of a sum with greatest term 1 changes nothing. */
    private static final double NEGLIGIBLE = -36;

    private final Kernel[] kernels;
    private final double[][] centres;
    private final int count;
    private final double[] cumulatedWeights;
    private final double totalWeight;
    private final double[] logFactors;
    private final double logPrior;

    /**
     * @param kernels one for each parameter
     * @param centres for each parameter, its value in each observation
     * @param weights one for each observation, above 0
     * @param priorWeight the prior's weight, above 0
     */
    ParzenEstimator(Kernel[] kernels, double[][] centres, double[] weights, double priorWeight) {
        this.kernels = kernels;
        this.centres = centres;
        this.count = weights.length;
        this.cumulatedWeights = new double[count];
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += weights[k];
            cumulatedWeights[k] = sum;
        }
        this.totalWeight = sum + priorWeight;
        this.logFactors = new double[count];
        double prior = Math.log(priorWeight / totalWeight);
        for (int k = 0; k < count; k++) {
            logFactors[k] = Math.log(weights[k] / totalWeight);
        }
        for (int d = 0; d < kernels.length; d++) {
            prior += kernels[d].logPrior();
            for (int k = 0; k < count; k++) {
                logFactors[k] += kernels[d].logNorm(centres[d][k]);
            }
        }
        this.logPrior = prior;
    }

    /** Draws a point that takes each parameter from an observation of its own. */
    void draw(double[] into, SplittableRandom random) {
        for (int d = 0; d < kernels.length; d++) {
            int k = pick(random);
            into[d] = k == count ? kernels[d].drawPrior(random) : kernels[d].draw(centres[d][k], random);
        }
    }

    /** An observation by its weight, or {@code count} for the prior. */
    private int pick(SplittableRandom random) {
        double at = random.nextDouble() * totalWeight;
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulatedWeights[middle] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The log density at a point. */
    double logDensity(double[] x) {
        double[] terms = logFactors.clone();
        for (int d = 0; d < kernels.length; d++) {
            kernels[d].addLogDensity(x[d], centres[d], terms);
        }
        double greatest = logPrior;
        for (double term : terms) {
            greatest = Math.max(greatest, term);
        }
        double sum = Math.exp(logPrior - greatest);
        for (double term : terms) {
            double relative = term - greatest;
            if (relative > NEGLIGIBLE) {
                sum += Math.exp(relative);
            }
        }
        return greatest + Math.log(sum);
    }
}
