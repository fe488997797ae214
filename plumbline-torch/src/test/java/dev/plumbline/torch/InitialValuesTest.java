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
