package dev.plumbline.tune.sampler.tpe;

import java.util.SplittableRandom;

/** A normal distribution cut off at the ends of the interval; the prior is uniform. */
final class ContinuousKernel implements Kernel {
    private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final int ATTEMPTS = 20;

    /** For more centres than this, what is cut off is read from a table. */
    private static final int PARTS = 256;

    private final double deviation;
    private final double[] logNorms;

    /**
     * @param deviation the standard deviation, as a part of the range
     * @param centres how many centres it will be used for
     */
    ContinuousKernel(double deviation, int centres) {
        this.deviation = deviation;
        this.logNorms = new double[centres > PARTS ? PARTS + 2 : 0];
        for (int i = 0; i < logNorms.length; i++) {
            logNorms[i] = exactLogNorm(Math.min(1, (double) i / PARTS));
        }
    }

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
        if (logNorms.length == 0) {
            return exactLogNorm(centre);
        }
        double place = centre * PARTS;
        int index = (int) place;
        double share = place - index;
        return logNorms[index] + share * (logNorms[index + 1] - logNorms[index]);
    }

    private double exactLogNorm(double centre) {
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
