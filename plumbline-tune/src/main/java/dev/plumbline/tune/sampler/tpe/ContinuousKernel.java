package dev.plumbline.tune.sampler.tpe;

import java.util.SplittableRandom;

/** A normal distribution cut off at the ends of the interval; the prior is uniform. */
record ContinuousKernel(double deviation) implements Kernel {
    private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final int ATTEMPTS = 20;

    @Override
    public void addLogDensity(double x, double[] centres, double[] terms) {
        double factor = -0.5 / (deviation * deviation);
        for (int k = 0; k < centres.length; k++) {
            double distance = x - centres[k];
            terms[k] += factor * distance * distance;
        }
    }

    @Override
    public double logNorm(double centre) {
        return -Math.log(deviation * NormalDistribution.massInUnit(centre, deviation)) - LOG_ROOT_TWO_PI;
    }

    @Override
    public double logPrior() {
        return 0;
    }

    @Override
    public double draw(double centre, SplittableRandom random) {
        for (int i = 0; i < ATTEMPTS; i++) {
            double x = centre + deviation * random.nextGaussian();
            if (x >= 0 && x <= 1) {
                return x;
            }
        }
        return drawPrior(random);
    }

    @Override
    public double drawPrior(SplittableRandom random) {
        return random.nextDouble();
    }
}
