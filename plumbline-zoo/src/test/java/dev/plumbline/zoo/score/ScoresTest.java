package dev.plumbline.zoo.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final Scores HEALTHY = accuracy(0.95, 0.96, 0.94);

    @Test
    void aCaseHurtsOnlyIfItsBestSeedIsWorseThanTheWorstHealthyOneByMoreThanTwoPoints() {
        assertThat(accuracy(0.80, 0.91, 0.85).isWorseThan(HEALTHY)).isTrue();
        assertThat(accuracy(0.80, 0.93, 0.85).isWorseThan(HEALTHY)).isFalse();
    }

    @Test
    void aTrainingThatCameToNothingHurts() {
        assertThat(accuracy(Double.NaN).isWorseThan(HEALTHY)).isTrue();
        assertThat(accuracy(Double.NaN).isAsGoodAs(HEALTHY)).isFalse();
    }

    @Test
    void anErrorWithAUnitMayBeFivePercentLarger() {
        Scores healthy = new Scores("b/healthy/as-it-is", "rmse", List.of(10.0, 10.0));

        assertThat(new Scores("b", "rmse", List.of(10.4)).isAsGoodAs(healthy)).isTrue();
        assertThat(new Scores("b", "rmse", List.of(10.6)).isAsGoodAs(healthy)).isFalse();
        assertThat(new Scores("b", "rmse", List.of(10.6)).isWorseThan(healthy)).isTrue();
    }

    @Test
    void aLineReadsBackAsItself() {
        Scores scores = new Scores("a/b/c", "accuracy", List.of(0.5, Double.NaN));

        assertThat(Scores.parse(scores.line())).isEqualTo(scores);
    }

    private static Scores accuracy(Double... values) {
        return new Scores("base/kind/strength", "accuracy", List.of(values));
    }
}
