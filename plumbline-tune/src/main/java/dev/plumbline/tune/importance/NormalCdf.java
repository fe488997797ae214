package dev.plumbline.tune.importance;

/** The standard normal distribution's integral, to about 1e-15. */
final class NormalCdf {
    private static final double FAR = 3;
    private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

    private NormalCdf() {}

    /** The probability between two bounds; no digits are lost where both lie far out on one side. */
    static double between(double low, double high) {
        return low > 0 ? upper(low) - upper(high) : upper(-high) - upper(-low);
    }

    /** The probability above x. */
    private static double upper(double x) {
        if (x < -FAR) {
            return 1 - tail(-x);
        }
        return x > FAR ? tail(x) : 0.5 - fromCentre(x);
    }

    /** From 0 to x, by the series with the factors 1 / (1 3 5 ...) (Abramowitz and Stegun, 26.2.11). */
    private static double fromCentre(double x) {
        double term = x;
        double sum = x;
        for (int n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
            term *= x * x / n;
            sum += term;
        }
        return sum * density(x);
    }

    /** Above x, by the continued fraction x + 1/(x + 2/(x + 3/...)) (26.2.14), which is quick far out. */
    private static double tail(double x) {
        double fraction = x;
        for (int k = 60; k >= 1; k--) {
            fraction = x + k / fraction;
        }
        return density(x) / fraction;
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / SQRT_2_PI;
    }
}
