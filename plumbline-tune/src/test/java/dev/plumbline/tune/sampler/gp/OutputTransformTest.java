package dev.plumbline.tune.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTransformTest {
    private static final double[] SKEWED =
            new SplittableRandom(1).doubles(40).map(u -> Math.exp(9 * u)).toArray();

    @Test
    void theOrder_stays() {
        double[] blend = new Blend().of(SKEWED);
        for (int i = 0; i < SKEWED.length; i++) {
            for (int k = 0; k < SKEWED.length; k++) {
                assertThat(blend[i] < blend[k]).isEqualTo(SKEWED[i] < SKEWED[k]);
            }
        }
    }

    @Test
    void aSkewedSample_becomesMoreSymmetric() {
        double before = skewness(OutputTransform.standardized(SKEWED));
        assertThat(skewness(new PowerTransform().of(SKEWED))).isLessThan(before - 0.5);
        assertThat(skewness(new Quantiles().of(SKEWED))).isCloseTo(0, within(1e-9));
    }

    private static double skewness(double[] standardized) {
        return Arrays.stream(standardized).map(z -> z * z * z).average().orElseThrow();
    }

    @Test
    void whatIsInfinite_countsAsTheWorst() {
        assertThat(OutputTransform.finite(new double[] {1, Double.POSITIVE_INFINITY, 3, Double.NEGATIVE_INFINITY}))
                .containsExactly(1, 3, 3, 1);
    }

    @Test
    void equals_getOneQuantile() {
        double[] z = new Quantiles().of(new double[] {2, 1, 2, 3});
        assertThat(z[0]).isEqualTo(z[2]).isBetween(z[1], z[3]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 5, 1e308})
    void aConstant_becomesZeros(double value) {
        assertThat(new Blend().of(new double[] {value, value, value, value, value}))
                .containsOnly(0);
    }

    @Test
    void aConstraint_keepsItsLimit() {
        double[] z = new ConstraintScale().of(new double[] {-1e6, -2, 0, 2, 50, Double.NaN});
        assertThat(z[0]).isNegative();
        assertThat(z[2]).isZero();
        assertThat(z[5]).isEqualTo(z[4]).isPositive();
    }
}
