package dev.plumbline.tune.sampler.gp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The kernel's parameters of greatest posterior density. */
final class Fit {
    private static final int POINTS = 160;
    private static final double TOLERANCE = 1e-2;

    private final Encoding encoding;
    private final Prior prior;

    Fit(Encoding encoding, boolean warped) {
        this.encoding = encoding;
        this.prior = new Prior(encoding, warped);
    }

    double[] start() {
        return prior.mean();
    }

    /** Fits to the values, of which the best half and an even choice of the others are used where there are many. */
    double[] fit(double[][] points, double[] values, double[] start, int evaluations) {
        int[] used = chosen(values);
        double[][] rows =
                Arrays.stream(used).mapToObj(i -> encoding.encode(points[i])).toArray(double[][]::new);
        double[] y = Arrays.stream(used).mapToDouble(i -> values[i]).toArray();
        Lbfgs search = new Lbfgs(prior.low(), prior.high(), evaluations, TOLERANCE);
        return search.minimize(new MarginalLikelihood(encoding, prior, rows, y), start)
                .x();
    }

    private static int[] chosen(double[] values) {
        if (values.length <= POINTS) {
            return IntStream.range(0, values.length).toArray();
        }
        int[] byValue = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        int rest = values.length - POINTS / 2;
        return IntStream.range(0, POINTS)
                .map(k -> k < POINTS / 2
                        ? byValue[k]
                        : byValue[POINTS / 2 + (k - POINTS / 2) * rest / (POINTS - POINTS / 2)])
                .toArray();
    }
}
