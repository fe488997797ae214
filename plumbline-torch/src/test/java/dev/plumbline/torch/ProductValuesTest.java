package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.network.Attributes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Products, class losses and boxes by numbers worked out by hand. */
class ProductValuesTest {
    private static final Attributes NONE = Attributes.none();
    private static final FloatTensor A = FloatTensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    private static final FloatTensor ROW = FloatTensor.of(new float[] {1, 0, -1}, 3);

    @Test
    void gemm_scales_transposes_and_adds_what_broadcasts() {
        Attributes attributes = NONE.with("transA", 1).with("alpha", 0.5).with("beta", 2.0);
        FloatTensor b = FloatTensor.of(new float[] {1, 1, 0, 2}, 2, 2);
        FloatTensor column = FloatTensor.of(new float[] {1, 2, 3}, 3, 1);
        assertThat(Calculation.of("Gemm", attributes, 1, A, b, column).output())
                .containsExactly(2.5f, 6.5f, 5, 10, 7.5f, 13.5f);
    }

    @Test
    void a_vector_is_a_row_on_the_left_and_a_column_on_the_right() {
        assertThat(Calculation.of("MatMul", NONE, 1, A, ROW).output()).containsExactly(-2, -2);
        FloatTensor pair = FloatTensor.of(new float[] {1, -1}, 2);
        FloatTensor out = Calculation.of("MatMul", NONE, 1, pair, A).outputs().get(0);
        assertThat(out.shape().sizes()).containsExactly(3);
        assertThat(out.values()).containsExactly(-3, -3, -3);
    }

    @Test
    void einsum_keeps_the_letters_after_the_arrow() {
        FloatTensor out = Calculation.of("Einsum", NONE.with("equation", "...i, ...i -> ..."), 1, A, A)
                .outputs()
                .get(0);
        assertThat(out.shape().sizes()).containsExactly(2);
        assertThat(out.values()).containsExactly(14, 77);
        assertThat(Calculation.of("Einsum", NONE.with("equation", "ij->ji"), 1, A)
                        .output())
                .containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void a_class_that_is_ignored_has_no_part_in_the_mean() {
        FloatTensor logs = FloatTensor.of(new float[] {-1, -2, -3, -4, -5, -6}, 3, 2);
        LongTensor classes = LongTensor.of(new long[] {0, 1, 0}, 3);
        Attributes ignoring = NONE.with("ignore_index", 1);
        assertThat(Calculation.of("NegativeLogLikelihoodLoss", ignoring, 1, logs, classes)
                        .output())
                .containsExactly(3);
        FloatTensor weights = FloatTensor.of(new float[] {1, 3}, 2);
        assertThat(Calculation.of("NegativeLogLikelihoodLoss", NONE, 1, logs, classes, weights)
                        .output())
                .containsExactly((1 + 3 * 4 + 5) / 5f);
    }

    @Test
    void softmax_cross_entropy_gives_the_log_probabilities_too() {
        FloatTensor logits = FloatTensor.of(new float[] {0, 0, (float) Math.log(3), 0}, 2, 2);
        List<FloatTensor> out = Calculation.of(
                        "SoftmaxCrossEntropyLoss",
                        NONE.with("reduction", "sum"),
                        2,
                        logits,
                        LongTensor.of(new long[] {1, 1}, 2))
                .outputs();
        assertThat((double) out.get(0).values()[0]).isCloseTo(Math.log(2) + Math.log(4), within(1e-5));
        assertThat((double) out.get(1).values()[2]).isCloseTo(Math.log(0.75), within(1e-5));
    }

    @Test
    void a_deformed_convolution_without_offsets_is_a_convolution() {
        FloatTensor image = Calculation.random(1, 2, 4, 5, 6);
        FloatTensor kernels = Calculation.random(2, 4, 2, 3, 2);
        Attributes attributes =
                NONE.with("group", 2).with("pads", List.of(1, 0, 0, 1)).with("strides", List.of(2, 1));
        FloatTensor plain =
                Calculation.of("Conv", attributes, 1, image, kernels).outputs().get(0);
        int[] o = plain.shape().toArray();
        FloatTensor still = FloatTensor.of(new float[2 * 24 * o[2] * o[3]], 2, 24, o[2], o[3]);
        float[] deformed = Calculation.of("DeformConv", attributes.with("offset_group", 2), 1, image, kernels, still)
                .output();
        for (int i = 0; i < deformed.length; i++) {
            assertThat(deformed[i]).isCloseTo(plain.values()[i], within(1e-4f));
        }
    }
}
