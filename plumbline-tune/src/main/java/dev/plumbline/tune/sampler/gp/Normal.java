package dev.plumbline.tune.sampler.gp;

/** The standard normal distribution, far into its lower tail. */
final class Normal {
    private static final double LOG_SQRT_2PI = 0.5 * Math.log(2 * Math.PI);
    private static final double ASYMPTOTIC = -1e4;

    private Normal() {}

    static double logDensity(double z) {
        return -0.5 * z * z - LOG_SQRT_2PI;
    }

    /** {@code Φ(z) / φ(z)}; infinite where it is above what a double holds. */
    static double ratio(double z) {
        if (z < -2.5) {
            return tail(-z);
        }
        if (z > 5) {
            return Math.exp(-logDensity(z)) - tail(z);
        }
        double term = z;
        double sum = z;
        for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return 0.5 * Math.exp(-logDensity(z)) + sum;
    }

    // Laplace's continued fraction of Mills's ratio, (1 - Φ(x)) / φ(x) for x > 2.5.
    private static double tail(double x) {
        double fraction = x;
        for (int k = x < 5 ? 60 : 20; k > 0; k--) {
            fraction = x + k / fraction;
        }
        return 1 / fraction;
    }

    static double logCdf(double z) {
        return z > 5 ? Math.log1p(-tail(z) * Math.exp(logDensity(z))) : logDensity(z) + Math.log(ratio(z));
    }

    /** {@code log(φ(z) + z Φ(z))}, the logarithm of the expected improvement over a deviation (arXiv 2310.20708). */
    static double logImprovement(double z) {
        if (z > 5) {
            return Math.log(z + Math.exp(logDensity(z)) * (1 - z * tail(z)));
        }
        return logDensity(z) + (z < ASYMPTOTIC ? -2 * Math.log(-z) : Math.log(1 + z * ratio(z)));
    }

    /** Its derivative. */
    static double logImprovementSlope(double z) {
        if (z > 5) {
            return Math.exp(logCdf(z) - logImprovement(z));
        }
        return z < ASYMPTOTIC ? -z : ratio(z) / (1 + z * ratio(z));
    }
}
