package dev.plumbline.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendsTest {
    private static float[] curve(int steps, long seed, double noise, IntToDoubleFunction level) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] losses = new float[steps];
        for (int i = 0; i < steps; i++) {
            losses[i] = (float) (level.applyAsDouble(i) * (1 + noise * (random.nextDouble() - 0.5)));
        }
        return losses;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void namesTheTrendUnderNoise(long seed) {
        assertThat(Trends.of(curve(500, seed, 0.02, i -> 2.3 + i * 0.01))).isEqualTo(Trend.GOES_UP);
        assertThat(Trends.of(curve(500, seed, 0.02, i -> 1.46))).isEqualTo(Trend.PLATEAUS);
        assertThat(Trends.of(curve(500, seed, 0.02, i -> 2.3 - i * 0.003))).isEqualTo(Trend.FALLS_SLOWLY);
        assertThat(Trends.of(curve(500, seed, 0.02, i -> i % 2 == 0 ? 1 : 6))).isEqualTo(Trend.OSCILLATES);
        assertThat(Trends.of(curve(500, seed, 0.02, i -> Math.exp(0.1 * i)))).isEqualTo(Trend.EXPLODES);
    }

    @Test
    void oneNaN_isAnExplosion() {
        float[] losses = curve(50, 1, 0, i -> 1);
        losses[30] = Float.NaN;
        assertThat(Trends.of(losses)).isEqualTo(Trend.EXPLODES);
    }

    @Test
    void veryShortCurves_haveATrendToo() {
        assertThat(Trends.of(new float[0])).isEqualTo(Trend.PLATEAUS);
        assertThat(Trends.of(new float[] {1})).isEqualTo(Trend.PLATEAUS);
        assertThat(Trends.of(new float[] {1, Float.POSITIVE_INFINITY})).isEqualTo(Trend.EXPLODES);
    }
}
