package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ValueType;
import org.junit.jupiter.api.Test;

class InitialValuesTest {
    private static float[] drawn(String initializer, String name) {
        Parameter parameter = new Parameter(
                name,
                ValueType.floats(Shape.of(100, 300)),
                Parameter.Role.WEIGHT,
                Initializer.parse(initializer, "test"),
                null,
                300,
                100,
                true);
        return ((FloatTensor) InitialValues.of(parameter, new Seeds(5))).values();
    }

    private static double deviation(float[] values) {
        double square = 0;
        for (float v : values) {
            square += (double) v * v;
        }
        return Math.sqrt(square / values.length);
    }

    @Test
    void each_rule_has_its_spread() {
        assertThat(deviation(drawn("he", "w"))).isCloseTo(Math.sqrt(2.0 / 300), within(1e-3));
        assertThat(deviation(drawn("glorot", "w"))).isCloseTo(Math.sqrt(2.0 / 400), within(1e-3));
        assertThat(deviation(drawn("lecun", "w"))).isCloseTo(Math.sqrt(1.0 / 300), within(1e-3));
        assertThat(deviation(drawn("normal(0.2)", "w"))).isCloseTo(0.2, within(3e-3));
        assertThat(deviation(drawn("uniform(0.3)", "w"))).isCloseTo(0.3 / Math.sqrt(3), within(3e-3));
        for (float value : drawn("uniform(0.3)", "w")) {
            assertThat(Math.abs(value)).isLessThanOrEqualTo(0.3f);
        }
        assertThat(drawn("zeros", "w")).containsOnly(0);
        assertThat(drawn("constant(0.1)", "w")).containsOnly(0.1f);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    @Test
    void rules_of_keras_have_their_spread_and_shape() {
        double deviation = Math.sqrt(2.0 / 300);
        for (String distribution : java.util.List.of("uniform", "truncated-normal", "untruncated-normal")) {
            float[] values = drawn("variance-scaling(2.0,fan-in," + distribution + ")", "w");
            assertThat(deviation(values)).as(distribution).isCloseTo(deviation, within(1e-3));
            assertThat(mean(values)).isCloseTo(0, within(2e-3));
        }
        assertThat(deviation(drawn("variance-scaling(1.0,fan-out,uniform)", "w")))
                .isCloseTo(Math.sqrt(1.0 / 100), within(1e-3));
        assertThat(deviation(drawn("variance-scaling(1.0,fan-avg,uniform)", "w")))
                .isCloseTo(Math.sqrt(1.0 / 200), within(1e-3));
        for (float value : drawn("variance-scaling(2.0,fan-in,uniform)", "w")) {
            assertThat((double) Math.abs(value)).isLessThanOrEqualTo(Math.sqrt(3) * deviation + 1e-6);
        }
        for (float value : drawn("truncated-normal(1.0,0.1)", "w")) {
            assertThat(value).isBetween(0.8f, 1.2f);
        }
        assertThat(mean(drawn("truncated-normal(1.0,0.1)", "w"))).isCloseTo(1, within(2e-3));
        assertThat(mean(drawn("normal(0.5,0.1)", "w"))).isCloseTo(0.5, within(2e-3));
        assertThat(mean(drawn("uniform(0.0,0.4)", "w"))).isCloseTo(0.2, within(2e-3));
        for (float value : drawn("uniform(0.0,0.4)", "w")) {
            assertThat(value).isBetween(0f, 0.4f);
        }
    }

    @Test
    void identity_and_orthogonal_take_a_gain() {
        float[] identity = drawn("identity(2.0)", "w");
        assertThat(identity[0]).isEqualTo(2);
        assertThat(identity[301]).isEqualTo(2);
        assertThat(mean(identity) * identity.length).isCloseTo(200, within(1e-6));
        assertThat(deviation(drawn("orthogonal(3.0)", "w")))
                .isCloseTo(3 * deviation(drawn("orthogonal", "w")), within(1e-5));
    }

    @Test
    void orthogonal_rows_have_length_one_and_stand_at_right_angles() {
        float[] values = drawn("orthogonal", "w");
        for (int i = 0; i < 100; i += 33) {
            for (int j = 0; j <= i; j += 33) {
                double dot = 0;
                for (int k = 0; k < 300; k++) {
                    dot += (double) values[i * 300 + k] * values[j * 300 + k];
                }
                assertThat(dot).isCloseTo(i == j ? 1 : 0, within(1e-5));
            }
        }
    }

    @Test
    void values_depend_on_the_parameters_own_name_and_nothing_else() {
        assertThat(drawn("he", "a")).isEqualTo(drawn("he", "a")).isNotEqualTo(drawn("he", "b"));
    }
}
