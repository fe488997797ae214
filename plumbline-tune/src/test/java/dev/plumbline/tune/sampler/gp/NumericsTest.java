package dev.plumbline.tune.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumericsTest {
    @Test
    void anInverse_undoesItsMatrix() {
        int n = 9;
        double[][] a = positiveDefinite(n);
        double[][] inverse = Cholesky.of(a).inverse();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double sum = 0;
                for (int m = 0; m < n; m++) {
                    sum += a[i][m] * inverse[Math.max(m, k)][Math.min(m, k)];
                }
                assertThat(sum).isCloseTo(i == k ? 1 : 0, within(1e-9));
            }
        }
    }

    @Test
    void aSolution_solves() {
        double[][] a = positiveDefinite(7);
        double[] b = {1, 2, 3, 4, 5, 6, 7};
        double[] x = Cholesky.of(a).solve(b);
        for (int i = 0; i < b.length; i++) {
            assertThat(Cholesky.dot(a[i], x, b.length)).isCloseTo(b[i], within(1e-9));
        }
    }

    @Test
    void aSingularMatrix_isFactoredAllTheSame() {
        double[][] ones = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
        assertThat(Cholesky.of(ones).solve(new double[] {1, 1, 1})[0]).isCloseTo(1 / 3.0, within(1e-3));
    }

    @Test
    void lbfgs_findsRosenbrocksValley() {
        Lbfgs search = new Lbfgs(new double[] {-5, -5}, new double[] {5, 5}, 300, 1e-9);
        double[] x = search.minimize(NumericsTest::rosenbrock, new double[] {-1.2, 1})
                .x();
        assertThat(x[0]).isCloseTo(1, within(1e-3));
        assertThat(x[1]).isCloseTo(1, within(1e-3));
    }

    @Test
    void lbfgs_staysInTheBox_andFindsTheBestOfItsEdge() {
        Lbfgs search = new Lbfgs(new double[] {-5, -5}, new double[] {0.5, 5}, 300, 1e-9);
        double[] x = search.minimize(NumericsTest::rosenbrock, new double[] {-1.2, 1})
                .x();
        assertThat(x[0]).isCloseTo(0.5, within(1e-6));
        assertThat(x[1]).isCloseTo(0.25, within(1e-3));
    }

    private static double rosenbrock(double[] x, double[] gradient) {
        double bend = x[1] - x[0] * x[0];
        gradient[0] = -400 * x[0] * bend - 2 * (1 - x[0]);
        gradient[1] = 200 * bend;
        return 100 * bend * bend + (1 - x[0]) * (1 - x[0]);
    }

    @Test
    void theImprovementsLogarithm_isKnownValues_deepInTheTail() {
        // by mpmath with 50 digits: log(phi(z) + z Phi(z))
        assertThat(Normal.logImprovement(0)).isCloseTo(-0.9189385332046727, within(1e-12));
        assertThat(Normal.logImprovement(2)).isCloseTo(0.6973835457882, within(1e-9));
        assertThat(Normal.logImprovement(-2)).isCloseTo(-4.7687835239714, within(1e-10));
        assertThat(Normal.logImprovement(-10)).isCloseTo(-55.5531220361224, within(1e-9));
        assertThat(Normal.logImprovement(-1e6)).isCloseTo(-5e11, within(1e3));
    }

    @Test
    void theImprovementsSlope_isThatOfItsLogarithm() {
        for (double z = -40; z < 12; z += 0.37) {
            double slope = (Normal.logImprovement(z + 1e-5) - Normal.logImprovement(z - 1e-5)) / 2e-5;
            assertThat(Normal.logImprovementSlope(z)).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
            double cdf = (Normal.logCdf(z + 1e-5) - Normal.logCdf(z - 1e-5)) / 2e-5;
            assertThat(1 / Normal.ratio(z)).isCloseTo(cdf, within(1e-5 * (1 + Math.abs(cdf))));
        }
    }

    private static double[][] positiveDefinite(int n) {
        SplittableRandom random = new SplittableRandom(2);
        double[][] root = new double[n][n];
        for (double[] row : root) {
            for (int k = 0; k < n; k++) {
                row[k] = random.nextGaussian();
            }
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                a[i][k] = Cholesky.dot(root[i], root[k], n) + (i == k ? 0.1 : 0);
            }
        }
        return a;
    }
}
