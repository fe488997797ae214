package dev.plumbline.tune.sampler.gp;

import java.util.Arrays;

/**
 * Near a normal distribution, so that a few huge values do not hide the others: the power transform of I.-K. Yeo and R.
 * Johnson (Biometrika 87, 2000), as in HEBO (arXiv 2012.03826), with the power of greatest likelihood on a grid.
 */
final class PowerTransform implements OutputTransform {
    private static final double LEAST = -1;
    private static final double GREATEST = 1.5;
    private static final double STEP = 0.125;
    private static final int FEWEST = 4;

    @Override
    public double[] of(double[] values) {
        double[] y = OutputTransform.standardized(OutputTransform.finite(values));
        if (values.length < FEWEST) {
            return y;
        }
        double best = 1;
        double bestLikelihood = likelihood(y, 1);
        for (double power = LEAST; power <= GREATEST; power += STEP) {
            double likelihood = likelihood(y, power);
            if (likelihood > bestLikelihood) {
                best = power;
                bestLikelihood = likelihood;
            }
        }
        return OutputTransform.standardized(transformed(y, best));
    }

    private static double[] transformed(double[] y, double power) {
        return Arrays.stream(y).map(value -> transformed(value, power)).toArray();
    }

    private static double transformed(double y, double power) {
        if (y >= 0) {
            return power == 0 ? Math.log1p(y) : (Math.pow(1 + y, power) - 1) / power;
        }
        return power == 2 ? -Math.log1p(-y) : -(Math.pow(1 - y, 2 - power) - 1) / (2 - power);
    }

    private static double likelihood(double[] y, double power) {
        double logs = Arrays.stream(y)
                .map(v -> Math.signum(v) * Math.log1p(Math.abs(v)))
                .sum();
        return -0.5 * y.length * Math.log(OutputTransform.variance(transformed(y, power))) + (power - 1) * logs;
    }
}
