package dev.plumbline.evaluate;

import static dev.plumbline.data.SplitName.SHIFTED_VALIDATION;
import static dev.plumbline.data.SplitName.TEST;
import static dev.plumbline.data.SplitName.TRAIN;
import static dev.plumbline.data.SplitName.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.Decomposition.Kind;
import dev.plumbline.evaluate.Decomposition.Measure;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Metric;
import dev.plumbline.lab.Predictions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecomposerTest {
    private static final Goal ACCURACY = new Goal(Metric.ACCURACY, null, 0.0);

    private static Decomposition decompose(Goal goal, Map<SplitName, Predictions> predictions) {
        return Decomposer.standard().decompose(Runs.of(goal, Runs.trace(), predictions));
    }

    @Test
    void aNetworkThatRemembersItsTrainSplitHasVariance() {
        Decomposition chart = decompose(
                ACCURACY,
                Map.of(
                        TRAIN, Runs.classes(1_000, 0),
                        VALIDATION, Runs.classes(500, 60),
                        TEST, Runs.classes(500, 65)));
        assertThat(chart.decided()).contains(Kind.VARIANCE);
        assertThat(chart.term(Kind.VARIANCE).orElseThrow().size().value()).isCloseTo(0.12, within(1e-12));
        assertThat(chart.term(Kind.VALIDATION_OVERFITTING).orElseThrow().withinNoise())
                .isTrue();
        assertThat(chart.errors()).extracting(Measure::examples).containsExactly(1_000, 500, 500);
    }

    @Test
    void aNetworkThatIsAsBadOnTrainHasBias() {
        Decomposition chart = decompose(
                new Goal(Metric.ACCURACY, 0.95, 0.02),
                Map.of(TRAIN, Runs.classes(1_000, 200), VALIDATION, Runs.classes(300, 63)));
        assertThat(chart.decided()).contains(Kind.BIAS);
        assertThat(chart.reason()).contains("avoidable bias: 18 points");
    }

    @Test
    void aGapToShiftedExamplesIsShiftAndNotOverfitting() {
        Decomposition chart = decompose(
                ACCURACY,
                Map.of(
                        TRAIN, Runs.classes(1_000, 10),
                        VALIDATION, Runs.classes(500, 10),
                        SHIFTED_VALIDATION, Runs.classes(500, 100),
                        TEST, Runs.classes(500, 101)));
        assertThat(chart.decided()).contains(Kind.SHIFT);
        assertThat(chart.term(Kind.VALIDATION_OVERFITTING).orElseThrow().withinNoise())
                .isTrue();
    }

    @Test
    void aGapOfAFewExamplesIsWithinTheNoise() {
        Decomposition chart = decompose(
                ACCURACY,
                Map.of(TRAIN, Runs.classes(100, 0), VALIDATION, Runs.classes(14, 0), TEST, Runs.classes(36, 1)));
        assertThat(chart.decided()).isEmpty();
        assertThat(chart.reason()).contains("within the noise").contains("More examples");
    }

    @Test
    void nothingNeedsToBeDecidedWhereTheGoalIsMet() {
        Decomposition chart = decompose(
                new Goal(Metric.ACCURACY, 0.95, 0.0),
                Map.of(TRAIN, Runs.classes(1_000, 0), VALIDATION, Runs.classes(500, 20), TEST, Runs.classes(500, 21)));
        assertThat(chart.decided()).isEmpty();
        assertThat(chart.reason()).contains("The goal is met", "0.958", "0.95").contains("within the noise");
    }

    @Test
    void aGoalThatTrainAloneMeetsIsNotMet() {
        Decomposition chart = decompose(new Goal(Metric.ACCURACY, 0.9, 0.0), Map.of(TRAIN, Runs.classes(100, 0)));
        assertThat(chart.reason()).doesNotContain("met").contains("nothing is known of unseen examples");
    }

    @Test
    void aRegressionIsTakenApartInItsOwnUnit() {
        Decomposition chart = decompose(
                new Goal(Metric.RMSE, 5.0, null),
                Map.of(
                        TRAIN, Runs.values(400, 10, 1),
                        VALIDATION, Runs.values(200, 40, 2),
                        TEST, Runs.values(200, 40, 3)));
        assertThat(chart.unit()).isEqualTo("rmse");
        assertThat(chart.decided()).contains(Kind.VARIANCE);
        assertThat(chart.reason()).contains("rmse").contains("taken as 0");
    }

    @Test
    void anErrorThatIsNotANumberIsSaidToBeSo() {
        Decomposition chart =
                decompose(new Goal(Metric.RMSE, null, null), Map.of(TRAIN, Runs.values(10, Double.NaN, 1)));
        assertThat(chart.decided()).isEmpty();
        assertThat(chart.reason()).contains("not a finite number (NaN)");
    }

    @Test
    void theSameRunGivesTheSameDecomposition() {
        Map<SplitName, Predictions> predictions =
                Map.of(TRAIN, Runs.classes(300, 9), VALIDATION, Runs.classes(100, 11));
        assertThat(decompose(ACCURACY, predictions)).isEqualTo(decompose(ACCURACY, predictions));
    }

    @Test
    void withoutTrainThereIsNothingToTakeApart() {
        assertThatThrownBy(() -> Decomposer.standard().decompose(Map.of(TEST, Runs.classes(10, 1)), ACCURACY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("train");
    }
}
