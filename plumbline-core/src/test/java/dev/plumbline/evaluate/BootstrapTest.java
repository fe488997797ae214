package dev.plumbline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;
import dev.plumbline.lab.Predictions;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private final Bootstrap bootstrap = Bootstrap.standard();

    @Test
    void theIntervalOfAnAccuracyIsAsWideAsTheBinomialDistributionSays() {
        Interval accuracy = bootstrap.score(rightShare(1_000, 0.8), Metric.ACCURACY);
        double deviation = Math.sqrt(0.8 * 0.2 / 1_000);

        assertThat(accuracy.value()).isEqualTo(0.8);
        assertThat(accuracy.low()).isCloseTo(0.8 - 1.96 * deviation, within(0.004));
        assertThat(accuracy.high()).isCloseTo(0.8 + 1.96 * deviation, within(0.004));
    }

    @Test
    void aPerfectScoreOfFewExamplesIsNotCertain() {
        Interval accuracy = bootstrap.score(rightShare(36, 1), Metric.ACCURACY);

        // Clopper and Pearson's lower end for 36 of 36
        assertThat(accuracy).isEqualTo(new Interval(1, Math.pow(0.025, 1.0 / 36), 1));
        assertThat(accuracy.low()).isCloseTo(0.9026, within(1e-4));
        assertThat(bootstrap.error(rightShare(36, 1), Metric.ACCURACY).high()).isCloseTo(0.0974, within(1e-4));
    }

    @Test
    void theErrorTurnsTheIntervalRound() {
        Interval score = bootstrap.score(rightShare(200, 0.9), Metric.ACCURACY);
        Interval error = bootstrap.error(rightShare(200, 0.9), Metric.ACCURACY);

        assertThat(error.low()).isEqualTo(1 - score.high());
        assertThat(error.high()).isEqualTo(1 - score.low());
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        Predictions predictions = regression(300, 1);

        assertThat(bootstrap.score(predictions, Metric.RMSE)).isEqualTo(bootstrap.score(predictions, Metric.RMSE));
        assertThat(new Bootstrap(1_000, 0.95, 7).score(predictions, Metric.RMSE))
                .isNotEqualTo(bootstrap.score(predictions, Metric.RMSE));
    }

    @Test
    void predictionsComparedWithThemselvesDoNotDifferWhenPaired() {
        Predictions predictions = rightShare(100, 0.7);

        assertThat(bootstrap.pairedErrorDifference(predictions, predictions, Metric.ACCURACY))
                .isEqualTo(Interval.exactly(0));
        assertThat(bootstrap
                        .errorDifference(predictions, predictions, Metric.ACCURACY)
                        .holdsZero())
                .isTrue();
    }

    @Test
    void aLargeGapBetweenTwoSplitsIsOutsideTheNoise() {
        Interval gap = bootstrap.errorDifference(rightShare(400, 0.7), rightShare(2_000, 0.95), Metric.ACCURACY);

        assertThat(gap.value()).isCloseTo(0.25, within(1e-12));
        assertThat(gap.holdsZero()).isFalse();
    }

    @Test
    void nanOutputsGiveNanAndNotANumberThatLooksFine() {
        Predictions predictions = regression(50, 1);
        Arrays.fill(predictions.outputs().values(), Float.NaN);

        Interval rmse = bootstrap.score(predictions, Metric.RMSE);

        assertThat(rmse.value()).isNaN();
        assertThat(rmse.low()).isNaN();
    }

    @Test
    void tenThousandExamplesTakeTenthsOfASecond() {
        Predictions predictions = rightShare(10_000, 0.8);
        bootstrap.score(predictions, Metric.F1);
        // time of this thread alone, since others may be busy
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        bootstrap.score(predictions, Metric.F1);

        long nanoseconds = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertThat(Duration.ofNanos(nanoseconds)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void predictionsOfOtherExamplesCannotBePaired() {
        assertThatThrownBy(() -> bootstrap.pairedErrorDifference(rightShare(10, 1), rightShare(20, 1), Metric.ACCURACY))
                .hasMessageContaining("10 and 20");
    }

    private static Predictions rightShare(int size, double share) {
        int[] said = new int[size];
        long[] truth = new long[size];
        for (int i = 0; i < size; i++) {
            truth[i] = i % 10;
            said[i] = i < Math.round(size * share) ? i % 10 : (i + 1) % 10;
        }
        return Predictions.ofClasses(said, LongTensor.of(truth, size), 10);
    }

    private static Predictions regression(int size, double noise) {
        Random random = new Random(3);
        float[] outputs = new float[size];
        float[] targets = new float[size];
        for (int i = 0; i < size; i++) {
            targets[i] = (float) random.nextGaussian();
            outputs[i] = (float) (targets[i] + noise * random.nextGaussian());
        }
        return new Predictions(
                Task.REGRESSION,
                Loss.Takes.VALUES,
                FloatTensor.of(outputs, size, 1),
                FloatTensor.of(targets, size, 1),
                Double.NaN);
    }
}
