package dev.plumbline.tune.sampler.gp;

/**
 * The Matérn kernel of smoothness 5/2 with a length scale for each axis, on inputs that are warped by the distribution
 * function of Kumaraswamy's distribution, {@code 1 - (1 - x^a)^b} (J. Snoek and others, Input Warping for Bayesian
 * Optimization, 2014; the distribution as in HEBO, arXiv 2012.03826).
 *
 * <p>Its parameters are one vector of logarithms: an inverse squared length scale for each axis, the variance, the
 * noise's variance, then where inputs are warped {@code a} and {@code b} for each column.
 */
final class Kernel {
    private static final double SQRT5 = Math.sqrt(5);
    private static final double EDGE = 1e-7;

    private final Encoding encoding;
    private final double[] weights; // by column
    private final boolean[] mismatch; // by column
    private final double variance;
    private final double noise;
    private final double[] a;
    private final double[] b;

    Kernel(Encoding encoding, double[] logs) {
        this.encoding = encoding;
        int axes = encoding.axes();
        int columns = encoding.columns();
        this.weights = new double[columns];
        this.mismatch = new boolean[columns];
        boolean warps = logs.length > axes + 2;
        this.a = new double[columns];
        this.b = new double[columns];
        for (int c = 0; c < columns; c++) {
            weights[c] = Math.exp(logs[encoding.axis(c)]);
            mismatch[c] = encoding.isCategorical(c);
            boolean warped = warps && encoding.isOrdered(c);
            a[c] = warped ? Math.exp(logs[axes + 2 + c]) : 1;
            b[c] = warped ? Math.exp(logs[axes + 2 + columns + c]) : 1;
        }
        this.variance = Math.exp(logs[axes]);
        this.noise = Math.exp(logs[axes + 1]);
    }

    /** How many parameters there are. */
    static int parameters(Encoding encoding, boolean warped) {
        return encoding.axes() + 2 + (warped ? 2 * encoding.columns() : 0);
    }

    double variance() {
        return variance;
    }

    double noise() {
        return noise;
    }

    double weight(int column) {
        return weights[column];
    }

    boolean isMismatch(int column) {
        return mismatch[column];
    }

    double a(int column) {
        return a[column];
    }

    double b(int column) {
        return b[column];
    }

    private boolean isWarped(int column) {
        return (a[column] != 1 || b[column] != 1) && encoding.isOrdered(column);
    }

    double[] warp(double[] row) {
        double[] warped = row.clone();
        for (int c = 0; c < row.length; c++) {
            if (isWarped(c)) {
                warped[c] = 1 - Math.pow(1 - Math.pow(inside(row[c]), a[c]), b[c]);
            }
        }
        return warped;
    }

    /** Multiplies a gradient by warped columns into one by columns. */
    void unwarp(double[] row, double[] gradient) {
        for (int c = 0; c < row.length; c++) {
            if (isWarped(c)) {
                double x = inside(row[c]);
                double power = Math.pow(x, a[c]);
                gradient[c] *= a[c] * b[c] * power / x * Math.pow(1 - power, b[c] - 1);
            }
        }
    }

    static double inside(double x) {
        return Math.max(EDGE, Math.min(1 - EDGE, x));
    }

    /** The squared distance of two warped rows, in length scales. */
    double distance(double[] u, double[] v) {
        double sum = 0;
        for (int c = 0; c < u.length; c++) {
            double difference = u[c] - v[c];
            double square = mismatch[c] ? (difference == 0 ? 0 : 1) : difference * difference;
            sum += weights[c] * square;
        }
        return sum;
    }

    double at(double distance) {
        double r = SQRT5 * Math.sqrt(distance);
        return variance * (1 + r + r * r / 3) * Math.exp(-r);
    }

    /** The derivative by the squared distance. */
    double slope(double distance) {
        double r = SQRT5 * Math.sqrt(distance);
        return -5.0 / 6 * variance * (1 + r) * Math.exp(-r);
    }
}
