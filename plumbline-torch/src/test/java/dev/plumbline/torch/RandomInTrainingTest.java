package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What noise and augmentation layers are made of: random in training, at rest in evaluation. */
class RandomInTrainingTest {
    private static final FloatTensor LIKE = FloatTensor.of(new float[64 * 8 * 32], 64, 8, 32);

    private static Calculation draw(String distribution, double a, double b, Integer... axes) {
        return Calculation.of(
                "plumbline.Random",
                Attributes.none()
                        .with("distribution", distribution)
                        .with("a", a)
                        .with("b", b)
                        .with("rest", 0.5)
                        .with("axes", List.of(axes)),
                1,
                LIKE);
    }

    private static FloatTensor values(Calculation calculation) {
        return calculation.run(Map.of(), new float[0]).get(0);
    }

    private static double mean(FloatTensor tensor) {
        double sum = 0;
        for (float value : tensor.values()) {
            sum += value;
        }
        return sum / tensor.elements();
    }

    @Test
    void evaluationGivesTheNumberAtRest() {
        assertThat(values(draw("uniform", 0, 1, 0, 2)).values()).containsOnly(0.5f);
    }

    @Test
    void itVariesAlongItsAxesOnly() {
        assertThat(values(draw("uniform", 0, 1, 0, 2).inTraining()).shape()).isEqualTo(Shape.of(64, 1, 32));
        assertThat(values(draw("normal", 0, 1).inTraining()).shape()).isEqualTo(Shape.of(1, 1, 1));
    }

    @Test
    void trainingDrawsFromTheDistributionThatItNames() {
        FloatTensor uniform = values(draw("uniform", -1, 3, 0, 1, 2).inTraining());
        assertThat(mean(uniform)).isCloseTo(1, within(0.05));
        for (float value : uniform.values()) {
            assertThat(value).isBetween(-1f, 3f);
        }
        assertThat(mean(values(draw("normal", 2, 0.5, 0, 1, 2).inTraining()))).isCloseTo(2, within(0.02));
        FloatTensor kept = values(draw("bernoulli", 0.8, 1.25, 0, 1, 2).inTraining());
        assertThat(kept.values()).containsOnly(0f, 1.25f);
        assertThat(mean(kept)).isCloseTo(1, within(0.02));
    }
}
