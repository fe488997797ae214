package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The expected numbers are worked out by hand from the metrics' definitions. */
class ScorerTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    private final Predictions classes =
            Predictions.ofClasses(new int[] {0, 0, 1, 1, 2, 0}, LongTensor.of(new long[] {0, 0, 0, 1, 2, 2}, 6), 4);

    @Test
    void classificationHasAccuracyBalancedAccuracyAndF1() {
        assertThat(classes.score(Metric.ACCURACY)).isCloseTo(4 / 6.0, CLOSE);
        // recalls 2/3, 1/1, 1/2; the class that never occurs does not count
        assertThat(classes.score(Metric.BALANCED_ACCURACY)).isCloseTo((2 / 3.0 + 1 + 0.5) / 3, CLOSE);
        assertThat(classes.score(Metric.F1)).isCloseTo((4 / 6.0 + 2 / 3.0 + 2 / 3.0) / 3, CLOSE);
    }

    @Test
    void anExampleThatIsChosenTwiceCountsTwice() {
        assertThat(Scorer.of(Metric.ACCURACY, classes).score(new int[] {0, 0, 2, 2, 2}))
                .isCloseTo(0.4, CLOSE);
        assertThat(Scorer.of(Metric.ACCURACY, classes).score(new int[0])).isNaN();
    }

    @Test
    void taggingCountsPositions_andChoosesWholeExamples() {
        // said 1, 0 and 0, 1
        Predictions tags = new Predictions(
                Task.TAGGING,
                Loss.Takes.LOGITS,
                new FloatTensor(new float[] {-1, 2, 3, 1, 5, 4, 0, 1}, Shape.of(2, 2, 2)),
                LongTensor.of(new long[] {1, 1, 0, 1}, 2, 2),
                Double.NaN);

        assertThat(tags.score(Metric.ACCURACY)).isCloseTo(3 / 4.0, CLOSE);
        assertThat(tags.score(Metric.BALANCED_ACCURACY)).isCloseTo((2 / 3.0 + 1) / 2, CLOSE);
        assertThat(Scorer.of(Metric.ACCURACY, tags).size()).isEqualTo(2);
        assertThat(Scorer.of(Metric.ACCURACY, tags).score(new int[] {0, 0})).isCloseTo(0.5, CLOSE);
        assertThat(tags.pick(new int[] {1}).score(Metric.ACCURACY)).isCloseTo(1, CLOSE);
    }

    @Test
    void aPositionOfNoClassCountsNowhere() {
        Predictions tags = new Predictions(
                Task.TAGGING,
                Loss.Takes.LOGITS,
                new FloatTensor(new float[] {-1, 2, 3, 1, 5, 4, 0, 1}, Shape.of(2, 2, 2)),
                LongTensor.of(new long[] {1, -1, -1, 0}, 2, 2),
                Double.NaN);

        assertThat(tags.score(Metric.ACCURACY)).isCloseTo(1 / 2.0, CLOSE);
        assertThat(tags.score(Metric.BALANCED_ACCURACY)).isCloseTo(1 / 2.0, CLOSE);
        assertThat(Scorer.of(Metric.ACCURACY, tags).score(new int[] {1})).isZero();
    }

    @Test
    void labelsAreCountedOneByOne() {
        Predictions labels = new Predictions(
                Task.MULTILABEL,
                Loss.Takes.LOGITS,
                FloatTensor.of(new float[] {1, -1, 1, 1, -1, 1}, 3, 2),
                FloatTensor.of(new float[] {1, 0, 0, 1, 1, 1}, 3, 2),
                Double.NaN);

        assertThat(labels.score(Metric.ACCURACY)).isCloseTo(4 / 6.0, CLOSE);
        assertThat(labels.score(Metric.F1)).isCloseTo((2 * 1 / 4.0 + 1) / 2, CLOSE);
    }

    @Test
    void theSignOfAMarginSaysYesOrNo() {
        Predictions margins = new Predictions(
                Task.CLASSIFICATION,
                Loss.Takes.MARGINS,
                FloatTensor.of(new float[] {0.2f, -0.2f}, 2, 1),
                dev.plumbline.data.LongTensor.of(new long[] {1, 0}, 2),
                Double.NaN);

        assertThat(margins.score(Metric.ACCURACY)).isEqualTo(1);
    }

    @Test
    void regressionHasRmseMaeAndR2() {
        Predictions numbers = new Predictions(
                Task.REGRESSION,
                Loss.Takes.VALUES,
                FloatTensor.of(new float[] {1, 2, 3, 6}, 4, 1),
                FloatTensor.of(new float[] {1, 2, 3, 4}, 4, 1),
                Double.NaN);

        assertThat(numbers.score(Metric.RMSE)).isCloseTo(1, CLOSE);
        assertThat(numbers.score(Metric.MAE)).isCloseTo(0.5, CLOSE);
        assertThat(numbers.score(Metric.R2)).isCloseTo(1 - 1 / 1.25, CLOSE);
    }

    @Test
    void aMetricThatDoesNotSuitTheTaskIsRefused() {
        assertThatThrownBy(() -> classes.score(Metric.RMSE)).hasMessageContaining("rmse");
    }
}
