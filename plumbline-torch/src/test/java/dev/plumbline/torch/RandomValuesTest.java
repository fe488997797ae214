package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.network.Attributes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers drawn a hundred thousand times: mean and deviation to about four standard errors. */
class RandomValuesTest {
    private static final int COUNT = 100_000;
    private static final Attributes NONE = Attributes.none();

    @Test
    void normal_numbers_have_their_mean_and_deviation() {
        float[] drawn =
                draw(Calculation.of("RandomNormalLike", NONE.with("mean", 3.0).with("scale", 2.0), 1, filled(0)));
        assertThat(mean(drawn)).isCloseTo(3, within(0.03));
        assertThat(deviation(drawn)).isCloseTo(2, within(0.03));
    }

    @Test
    void uniform_numbers_fill_their_range_evenly() {
        float[] drawn =
                draw(Calculation.of("RandomUniformLike", NONE.with("low", -1.0).with("high", 3.0), 1, filled(0)));
        assertThat(mean(drawn)).isCloseTo(1, within(0.02));
        assertThat(deviation(drawn)).isCloseTo(4 / Math.sqrt(12), within(0.02));
        for (float value : drawn) {
            assertThat(value).isBetween(-1f, 3f);
        }
    }

    @Test
    void a_bernoulli_number_is_one_as_often_as_its_input_says() {
        float[] drawn = draw(Calculation.of("Bernoulli", NONE, 1, filled(0.3f)));
        assertThat(mean(drawn)).isCloseTo(0.3, within(0.006));
        assertThat(deviation(drawn)).isCloseTo(Math.sqrt(0.21), within(0.006));
    }

    @Test
    void classes_are_drawn_as_often_as_their_log_probabilities_say() {
        FloatTensor logs = FloatTensor.of(new float[] {(float) Math.log(1), (float) Math.log(3)}, 1, 2);
        Attributes many = NONE.with("sample_size", COUNT).with("dtype", 1);
        assertThat(mean(draw(Calculation.of("Multinomial", many, 1, logs)))).isCloseTo(0.75, within(0.006));
    }

    /** The same at every run, trained or not. */
    private static float[] draw(Calculation calculation) {
        float[] drawn = calculation.output();
        for (Calculation again : List.of(calculation, calculation.inTraining())) {
            assertThat(Arrays.equals(again.output(), drawn)).isTrue();
        }
        return drawn;
    }

    private static FloatTensor filled(float value) {
        float[] values = new float[COUNT];
        Arrays.fill(values, value);
        return FloatTensor.of(values, COUNT / 100, 100);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
