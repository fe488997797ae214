package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static Statistics of(float... values) {
        return Statistics.of(FloatTensor.of(values, values.length));
    }

    @Test
    void numbers_are_those_of_the_finite_elements_and_shares_those_of_all() {
        Statistics statistics = of(3, 0, Float.NaN, -3, Float.POSITIVE_INFINITY, 0, Float.NaN, 4);
        assertThat(statistics.mean()).isCloseTo(0.8, within(1e-12));
        assertThat(statistics.deviation()).isCloseTo(Math.sqrt(34 / 5.0 - 0.64), within(1e-12));
        assertThat(statistics.min()).isEqualTo(-3);
        assertThat(statistics.max()).isEqualTo(4);
        assertThat(statistics.norm()).isCloseTo(Math.sqrt(34), within(1e-12));
        assertThat(statistics.zeroShare()).isEqualTo(0.25);
        assertThat(statistics.nans()).isEqualTo(2);
        assertThat(statistics.infinities()).isEqualTo(1);
        assertThat(statistics.isFinite()).isFalse();
    }

    @Test
    void without_a_finite_element_there_is_no_mean() {
        Statistics statistics = of(Float.NaN);
        assertThat(statistics.mean()).isNaN();
        assertThat(statistics.deviation()).isNaN();
        assertThat(statistics.min()).isNaN();
        assertThat(statistics.norm()).isZero();
        assertThat(of().mean()).isNaN();
    }
}
