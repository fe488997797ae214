package dev.plumbline.tune.sampler.cma;

/**
 * The strategy's constants (N. Hansen, The CMA Evolution Strategy: A Tutorial, arXiv 1604.00772, table 1; positive
 * weights only).
 */
final class Strategy {
    final int population;
    final double[] weights;
    final double mass;
    final double sigmaRate;
    final double sigmaDamping;
    final double pathRate;
    final double rankOne;
    final double rankMu;
    final double expectedLength;

    Strategy(int n, int population) {
        this.population = population;
        weights = new double[population / 2];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.log((population + 1) / 2.0) - Math.log(i + 1);
            sum += weights[i];
        }
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
            squares += weights[i] * weights[i];
        }
        mass = 1 / squares;
        sigmaRate = (mass + 2) / (n + mass + 5);
        sigmaDamping = 1 + 2 * Math.max(0, Math.sqrt((mass - 1) / (n + 1)) - 1) + sigmaRate;
        pathRate = (4 + mass / n) / (n + 4 + 2 * mass / n);
        rankOne = 2 / ((n + 1.3) * (n + 1.3) + mass);
        rankMu = Math.min(1 - rankOne, 2 * (0.25 + mass + 1 / mass - 2) / ((n + 2.0) * (n + 2) + mass));
        expectedLength = Math.sqrt(n) * (1 - 1.0 / (4 * n) + 1.0 / (21.0 * n * n));
    }

    /** The population for a number of variables. */
    static int population(int n) {
        return 4 + (int) (3 * Math.log(n));
    }
}
