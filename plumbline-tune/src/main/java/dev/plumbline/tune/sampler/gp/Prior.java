package dev.plumbline.tune.sampler.gp;

/**
 * What is believed of a kernel's parameters before any value: independent normal distributions of their logarithms. The
 * length scale's mean grows with the square root of the number of axes, so that far points stay related in many
 * dimensions (C. Hvarfner, E. Hellsten, L. Nardi, Vanilla Bayesian Optimization Performs Great in High Dimensions,
 * 2024).
 */
final class Prior {
    private static final double LENGTH = 0.12;
    private static final double LENGTH_DEVIATION = 1; // of the logarithm of its square
    private static final double NOISE = 1e-4;
    private static final double NOISE_DEVIATION = 2;
    private static final double WARP_DEVIATION = 0.25;

    private final double[] mean;
    private final double[] deviation;
    private final double[] low;
    private final double[] high;

    Prior(Encoding encoding, boolean warped) {
        int axes = encoding.axes();
        int count = Kernel.parameters(encoding, warped);
        mean = new double[count];
        deviation = new double[count];
        low = new double[count];
        high = new double[count];
        double logWeight = -2 * (Math.log(LENGTH) + 0.5 * Math.log(axes));
        for (int k = 0; k < count; k++) {
            if (k < axes) {
                set(k, logWeight, LENGTH_DEVIATION, -12, 9);
            } else if (k == axes) {
                set(k, 0, 1, -4, 4);
            } else if (k == axes + 1) {
                set(k, Math.log(NOISE), NOISE_DEVIATION, Math.log(1e-6), 0);
            } else {
                boolean ordered = encoding.isOrdered((k - axes - 2) % encoding.columns());
                set(k, 0, WARP_DEVIATION, ordered ? -1.5 : 0, ordered ? 1.5 : 0);
            }
        }
    }

    private void set(int k, double mean, double deviation, double low, double high) {
        this.mean[k] = mean;
        this.deviation[k] = deviation;
        this.low[k] = low;
        this.high[k] = high;
    }

    double[] mean() {
        return mean.clone();
    }

    double[] low() {
        return low;
    }

    double[] high() {
        return high;
    }

    /** Minus the logarithm of the density, but for a constant; adds its derivatives. */
    double loss(double[] logs, double[] gradient) {
        double sum = 0;
        for (int k = 0; k < logs.length; k++) {
            double z = (logs[k] - mean[k]) / deviation[k];
            sum += 0.5 * z * z;
            gradient[k] += z / deviation[k];
        }
        return sum;
    }
}
