package dev.plumbline.tune.sampler.gp;

import java.util.Arrays;
import java.util.List;

/**
 * How much a point is worth trying: the logarithm of the expected improvement over the best value (S. Ament and others,
 * arXiv 2310.20708), and of the probability that every constraint holds. Where nothing feasible was found yet, the
 * probability alone.
 */
final class Acquisition {
    /** A constraint's process, and what its values must not exceed. */
    record Bound(GaussianProcess process, double limit) {}

    private final GaussianProcess objective;
    private final double best;
    private final List<Bound> bounds;

    /** @param best NaN where nothing feasible was found */
    Acquisition(GaussianProcess objective, double best, List<Bound> bounds) {
        this.objective = objective;
        this.best = best;
        this.bounds = bounds;
    }

    double at(double[] point) {
        double sum = 0;
        if (!Double.isNaN(best)) {
            GaussianProcess.Belief belief = objective.at(point);
            sum = Math.log(belief.deviation()) + Normal.logImprovement((best - belief.mean()) / belief.deviation());
        }
        for (Bound bound : bounds) {
            GaussianProcess.Belief belief = bound.process.at(point);
            sum += Normal.logCdf((bound.limit - belief.mean()) / belief.deviation());
        }
        return sum;
    }

    /** The value; fills the derivatives by the coordinates, 0 for those without order or absent. */
    double at(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        double[] mean = new double[point.length];
        double[] deviation = new double[point.length];
        double sum = 0;
        if (!Double.isNaN(best)) {
            GaussianProcess.Belief belief = objective.at(point, mean, deviation);
            double z = (best - belief.mean()) / belief.deviation();
            double slope = Normal.logImprovementSlope(z);
            sum = Math.log(belief.deviation()) + Normal.logImprovement(z);
            for (int k = 0; k < point.length; k++) {
                gradient[k] += (deviation[k] - slope * (mean[k] + z * deviation[k])) / belief.deviation();
            }
        }
        for (Bound bound : bounds) {
            GaussianProcess.Belief belief = bound.process.at(point, mean, deviation);
            double z = (bound.limit - belief.mean()) / belief.deviation();
            double slope = 1 / Normal.ratio(z);
            sum += Normal.logCdf(z);
            for (int k = 0; k < point.length; k++) {
                gradient[k] -= slope * (mean[k] + z * deviation[k]) / belief.deviation();
            }
        }
        return sum;
    }
}
