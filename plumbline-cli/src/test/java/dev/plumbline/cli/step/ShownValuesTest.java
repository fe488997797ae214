package dev.plumbline.cli.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownValuesTest {
    @Test
    void numbers_have_four_significant_digits_at_most() {
        assertThat(List.of(0.0, 1.0, -0.5, 123.456, 0.00012346, 1.23456e-7, 12345678.0, 9.99996, Double.NaN))
                .extracting(Figures::of)
                .containsExactly("0", "1", "-0.5", "123.5", "0.0001235", "1.235e-7", "1.235e7", "10", "NaN");
        assertThat(Figures.of(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
    }

    @Test
    void a_matrix_is_a_table() {
        assertThat(TensorText.of(FloatTensor.of(new float[] {1, -2.5f, Float.NaN, 40}, 2, 2)))
                .containsExactly("     1 -2.5", "   NaN   40");
    }

    @Test
    void a_scalar_a_vector_and_an_empty_tensor_are_shown_too() {
        assertThat(TensorText.of(new FloatTensor(new float[] {7}, Shape.of()))).containsExactly("  7");
        assertThat(TensorText.of(LongTensor.of(new long[] {1, 0, 1}, 3))).containsExactly("  1 0 1");
        assertThat(TensorText.of(FloatTensor.of(new float[0], 0, 3))).containsExactly("  no values");
    }

    @Test
    void the_middle_of_a_long_axis_is_left_out() {
        float[] values = new float[20];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        assertThat(TensorText.of(FloatTensor.of(values, 20))).containsExactly("   0  1  2 ... 17 18 19");
        assertThat(TensorText.of(FloatTensor.of(values, 20, 1)))
                .containsExactly("   0", "   1", "   2", "  ...", "  17", "  18", "  19");
    }

    @Test
    void of_more_axes_each_table_says_where_it_is() {
        assertThat(TensorText.of(FloatTensor.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 1, 2)))
                .containsExactly("  [0]", "  1 2", "  ...", "  [2]", "  5 6");
        assertThat(TensorText.of(FloatTensor.of(new float[64 * 32 * 28 * 28], 64, 32, 28, 28)))
                .hasSizeLessThan(60);
    }

    @Test
    void a_histogram_counts_every_value_once() {
        float[] values = {0, 0.1f, 0.2f, 1, Float.NaN, Float.POSITIVE_INFINITY};
        assertThat(HistogramText.of(FloatTensor.of(values, 6), 2))
                .containsExactly(
                        "    0 to 0.5  ######################################## 3",
                        "  0.5 to   1  ############## 1",
                        "  1 NaN and 1 infinite of 6 values");
        assertThat(HistogramText.of(FloatTensor.of(new float[] {3, 3}, 2), 10)).hasSize(1);
    }

    @Test
    void the_distance_of_two_values_does_not_depend_on_their_scale() {
        assertThat(distance(new float[] {3, 4}, new float[] {3, 4})).isZero();
        assertThat(distance(new float[] {3, 4}, new float[] {-3, -4})).isCloseTo(2, within(1e-12));
        assertThat(distance(new float[] {0, 0}, new float[] {3e5f, 4e5f})).isEqualTo(1);
        assertThat(distance(new float[] {0, 0}, new float[] {0, 0})).isZero();
        assertThat(distance(new float[] {1, Float.NaN}, new float[] {1, 2})).isNaN();
        assertThat(distance(new float[] {1, Float.POSITIVE_INFINITY}, new float[] {1, 2}))
                .isNaN();
    }

    private static double distance(float[] a, float[] b) {
        return Comparison.distance(FloatTensor.of(a, a.length), FloatTensor.of(b, b.length));
    }
}
