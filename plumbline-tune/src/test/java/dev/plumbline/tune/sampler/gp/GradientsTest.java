package dev.plumbline.tune.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The derivatives against differences of the values. */
class GradientsTest {
    private static final double STEP = 1e-6;
    private static final List<Axis> AXES = List.of(
            Axis.CONTINUOUS,
            new Axis(true, new double[] {1 / 6.0, 0.5, 5 / 6.0}, false),
            new Axis(false, new double[0], true),
            Axis.CONTINUOUS);

    private final Encoding encoding = new Encoding(AXES);
    private final SplittableRandom random = new SplittableRandom(1);

    private double[][] points(int count) {
        double[][] points = new double[count][AXES.size()];
        for (double[] point : points) {
            for (int a = 0; a < point.length; a++) {
                point[a] = AXES.get(a).snap(random.nextDouble());
            }
            if (point[1] < 0.3) {
                point[2] = Double.NaN;
            }
        }
        return points;
    }

    private double[] values(double[][] points) {
        return Arrays.stream(points)
                .mapToDouble(p -> Math.sin(5 * p[0]) + p[1] * p[3] + 0.1 * random.nextDouble())
                .toArray();
    }

    private double[] logs() {
        double[] logs = new double[Kernel.parameters(encoding, true)];
        Arrays.setAll(logs, k -> 0.3 * random.nextGaussian());
        logs[AXES.size() + 1] = -4;
        return logs;
    }

    @Test
    void theLikelihoodsGradient_isItsSlope() {
        double[][] points = points(15);
        double[][] rows = Arrays.stream(points).map(encoding::encode).toArray(double[][]::new);
        MarginalLikelihood likelihood =
                new MarginalLikelihood(encoding, new Prior(encoding, true), rows, values(points));
        double[] logs = logs();
        double[] gradient = new double[logs.length];
        likelihood.at(logs, gradient);
        for (int k = 0; k < logs.length; k++) {
            assertThat(gradient[k]).as("parameter %d", k).isCloseTo(slope(likelihood, logs, k), within(1e-4));
        }
    }

    @Test
    void theAcquisitionsGradient_isItsSlope_withAConstraint() {
        double[][] points = points(12);
        double[] values = values(points);
        GaussianProcess objective = new GaussianProcess(encoding, logs(), points, values);
        GaussianProcess constraint = new GaussianProcess(encoding, logs(), points, values(points));
        Acquisition acquisition = new Acquisition(objective, 0.3, List.of(new Acquisition.Bound(constraint, 0.5)));
        for (double[] point : points(5)) {
            double[] gradient = new double[point.length];
            double value = acquisition.at(point, gradient);
            assertThat(value).isCloseTo(acquisition.at(point), within(1e-9));
            for (int k : new int[] {0, 3}) {
                double slope = slope((x, ignored) -> acquisition.at(x), point, k);
                assertThat(gradient[k]).isCloseTo(slope, within(1e-4 * (1 + Math.abs(slope))));
            }
            assertThat(gradient[1]).as("no order, no slope").isZero();
        }
    }

    private static double slope(Lbfgs.Smooth function, double[] at, int k) {
        double[] up = at.clone();
        double[] down = at.clone();
        up[k] += STEP;
        down[k] -= STEP;
        return (function.at(up, new double[at.length]) - function.at(down, new double[at.length])) / (2 * STEP);
    }
}
