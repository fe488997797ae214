package dev.plumbline.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import org.junit.jupiter.api.Test;

class LossBoundTest {
    private static final FloatTensor TARGETS = FloatTensor.of(new float[] {1, 3, 5}, 3, 1);

    @Test
    void aSmoothedTargetLeavesItsEntropy() {
        LossPlan plan = LossPlan.of(Loss.CROSS_ENTROPY);
        double entropy = -0.925 * Math.log(0.925) - 3 * 0.025 * Math.log(0.025);
        assertThat(LossBound.ofClasses(plan, 4)).isEqualTo(0.05);
        assertThat(LossBound.ofClasses(plan.with("label-smoothing", 0.1), 4)).isCloseTo(0.05 + entropy, within(1e-9));
    }

    @Test
    void aFocalLossIsHeldToTheSameAnswers() {
        double right = Math.exp(-0.05);
        assertThat(LossBound.ofClasses(LossPlan.of(Loss.CATEGORICAL_FOCAL), 4))
                .isCloseTo(-0.25 * Math.pow(1 - right, 2) * Math.log(right), within(1e-9));
    }

    @Test
    void amountsAreHeldToAShareOfWhatTheMeanCosts() {
        assertThat(LossBound.ofAmounts(LossPlan.of(Loss.MSE), TARGETS)).isCloseTo(0.02 * 8 / 3, within(1e-9));
        assertThat(LossBound.ofAmounts(LossPlan.of(Loss.MAE), TARGETS)).isCloseTo(0.02 * 4 / 3, within(1e-9));
        assertThat(LossBound.ofAmounts(LossPlan.of(Loss.HUBER).with("delta", 0.5), TARGETS))
                .isCloseTo(0.02 * 2 * 0.5 * 1.75 / 3, within(1e-9));
    }

    @Test
    void whatPerfectAnswersCostIsGranted() {
        double perfect = 3 - (3 * Math.log(3) + 5 * Math.log(5)) / 3;
        double mean = 3 - 3 * Math.log(3);
        assertThat(LossBound.ofAmounts(LossPlan.of(Loss.POISSON), TARGETS))
                .isCloseTo(perfect + 0.02 * (mean - perfect), within(1e-6));
    }

    @Test
    void sharesUnderABinaryLossLeaveTheirEntropy() {
        FloatTensor shares = FloatTensor.of(new float[] {0.2f, 0.8f, 1}, 3, 1);
        double perfect = -2 * (0.2 * Math.log(0.2) + 0.8 * Math.log(0.8)) / 3;
        double mean = -(2 * Math.log(2 / 3.0) + Math.log(1 / 3.0)) / 3;
        assertThat(LossBound.ofAmounts(LossPlan.of(Loss.BCE), shares))
                .isCloseTo(perfect + 0.02 * (mean - perfect), within(1e-6));
    }
}
