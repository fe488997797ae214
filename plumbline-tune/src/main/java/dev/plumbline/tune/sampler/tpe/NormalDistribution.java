package dev.plumbline.tune.sampler.tpe;

/**
 * The standard normal distribution function from a table, between whose entries a cubic goes through values and slopes:
 * the error is below 1e-11 and a call takes a few nanoseconds. The table is filled by the series of Marsaglia,
 * "Evaluating the Normal Distribution", Journal of Statistical Software 11(4), 2004.
 */
final class NormalDistribution {
    private static final double END = 8;
    private static final int PER_UNIT = 128;
    private static final double[] TABLE = table();
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private NormalDistribution() {}

    private static double[] table() {
        double[] table = new double[(int) (2 * END * PER_UNIT) + 2];
        for (int i = 0; i < table.length; i++) {
            table[i] = series((double) i / PER_UNIT - END);
        }
        return table;
    }

    private static double series(double x) {
        double sum = x;
        double term = x;
        double before = 0;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= x * x / i;
            sum += term;
        }
        return Math.max(0, 0.5 + sum * Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI));
    }

    /** The probability of a value below x. */
    static double below(double x) {
        if (x <= -END) {
            return 0;
        }
        if (x >= END) {
            return 1;
        }
        double place = (x + END) * PER_UNIT;
        int index = (int) place;
        double t = place - index;
        double left = index / (double) PER_UNIT - END;
        double low = TABLE[index];
        double high = TABLE[index + 1];
        double slopeLow = density(left) / PER_UNIT;
        double slopeHigh = density(left + 1.0 / PER_UNIT) / PER_UNIT;
        double u = 1 - t;
        return u * u * ((1 + 2 * t) * low + t * slopeLow) + t * t * ((1 + 2 * u) * high - u * slopeHigh);
    }

    private static double density(double x) {
        return Math.exp(-0.5 * x * x) / ROOT_TWO_PI;
    }

    /** The part of a normal distribution that lies in the unit interval. */
    static double massInUnit(double mean, double deviation) {
        return below((1 - mean) / deviation) - below(-mean / deviation);
    }
}
