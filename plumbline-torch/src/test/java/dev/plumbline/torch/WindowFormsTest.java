package dev.plumbline.torch;

import static dev.plumbline.torch.OracleCase.pattern;
import static dev.plumbline.torch.OracleCase.patternBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rarer forms of windows. Expected numbers are those of onnxruntime 1.32 for the same node, rounded to 5 places.
 */
class WindowFormsTest {
    private static final Attributes NONE = Attributes.none();

    private static Attributes kernel(Integer... sizes) {
        return NONE.with("kernel_shape", List.of(sizes));
    }

    static Stream<OracleCase> forms() {
        return Stream.of(
                OracleCase.of(
                                "transposed, unlike pads, output padding",
                                "ConvTranspose",
                                NONE.with("strides", List.of(2, 1))
                                        .with("pads", List.of(0, 1, 1, 0))
                                        .with("output_padding", List.of(1, 0)),
                                pattern(1, 2, 2, 3),
                                patternBy(5, 2, 2, 2, 3),
                                pattern(2))
                        .gives(
                                Shape.of(1, 2, 4, 4),
                                -0.1875,
                                -0.5625,
                                -0.6875,
                                -0.8125,
                                -0.375,
                                -0.0625,
                                -1.4375,
                                -0.125,
                                -0.25,
                                -0.5625,
                                -0.625,
                                -0.75,
                                -0.0625,
                                0.5,
                                -1.0,
                                0.125,
                                -1.5625,
                                1.5,
                                2.3125,
                                1.625,
                                1.6875,
                                1.3125,
                                1.5625,
                                0.9375,
                                -1.5625,
                                1.25,
                                1.75,
                                1.375,
                                1.375,
                                0.9375,
                                1.375,
                                0.875),
                OracleCase.of(
                                "transposed, groups, dilated",
                                "ConvTranspose",
                                NONE.with("strides", List.of(2))
                                        .with("dilations", List.of(2))
                                        .with("group", 2),
                                pattern(1, 2, 3),
                                patternBy(5, 2, 1, 2))
                        .gives(Shape.of(1, 2, 7), 0.25, 0, -1, 0, 0.8125, 0, 0.1875, 0.5625, 0, -1.125, 0, 0.5, 0, 0),
                OracleCase.of(
                                "transposed, same size over stride",
                                "ConvTranspose",
                                NONE.with("strides", List.of(2)).with("auto_pad", "SAME_UPPER"),
                                pattern(1, 1, 3),
                                patternBy(5, 1, 1, 3))
                        .gives(Shape.of(1, 1, 6), 0.25, -0.375, -0.25, 0.9375, -1.0625, 0.1875),
                OracleCase.of(
                                "transposed, size asked for",
                                "ConvTranspose",
                                NONE.with("strides", List.of(2))
                                        .with("output_shape", List.of(6))
                                        .with("auto_pad", "SAME_LOWER"),
                                pattern(1, 1, 3),
                                patternBy(5, 1, 1, 3))
                        .gives(Shape.of(1, 1, 6), -0.375, -0.25, 0.9375, -1.0625, 0.1875, -0.1875),
                OracleCase.of(
                                "convolution, same size, more in front",
                                "Conv",
                                NONE.with("strides", List.of(2)).with("auto_pad", "SAME_LOWER"),
                                pattern(1, 1, 5),
                                patternBy(5, 1, 1, 4))
                        .gives(Shape.of(1, 1, 3), 1, 0.625, -1.4375),
                OracleCase.of(
                                "convolution over three axes in groups",
                                "Conv",
                                NONE.with("group", 2).with("pads", List.of(0, 1, 0, 1, 0, 0)),
                                pattern(1, 2, 2, 2, 2),
                                patternBy(5, 2, 1, 2, 1, 2))
                        .gives(
                                Shape.of(1, 2, 2, 3, 1),
                                0,
                                0.4375,
                                0.4375,
                                0,
                                -0.5,
                                1.0625,
                                0,
                                -1.625,
                                0.3125,
                                0,
                                -1.1875,
                                1),
                OracleCase.of(
                                "largest, no window starts in the padding behind",
                                "MaxPool",
                                kernel(2)
                                        .with("strides", List.of(3))
                                        .with("pads", List.of(0, 1))
                                        .with("ceil_mode", 1),
                                pattern(1, 1, 5))
                        .gives(Shape.of(1, 1, 2), 1.25, 1),
                OracleCase.of(
                                "largest, padding of more than half a window",
                                "MaxPool",
                                kernel(3).with("pads", List.of(2, 2)),
                                pattern(1, 1, 4))
                        .gives(Shape.of(1, 1, 6), -0.5, 1.25, 1.25, 1.25, 0.25, -0.75),
                OracleCase.of("largest, dilated", "MaxPool", kernel(2).with("dilations", List.of(3)), pattern(1, 1, 6))
                        .gives(Shape.of(1, 1, 3), -0.5, 1.25, 0.25),
                OracleCase.of(
                                "mean with padding, a window beyond it",
                                "AveragePool",
                                kernel(3)
                                        .with("strides", List.of(2))
                                        .with("pads", List.of(1, 2))
                                        .with("ceil_mode", 1)
                                        .with("count_include_pad", 1),
                                pattern(1, 1, 5))
                        .gives(Shape.of(1, 1, 3), 0.25, 0.25, 0.08333),
                OracleCase.of(
                                "mean without padding, a window beyond it",
                                "AveragePool",
                                kernel(3)
                                        .with("strides", List.of(2))
                                        .with("pads", List.of(0, 1))
                                        .with("ceil_mode", 1),
                                pattern(1, 1, 6))
                        .gives(Shape.of(1, 1, 3), 0.33333, 0.16667, 0.5),
                OracleCase.of(
                                "mean, dilated",
                                "AveragePool",
                                kernel(2).with("dilations", List.of(2)).with("pads", List.of(1, 1)),
                                pattern(1, 1, 6))
                        .gives(Shape.of(1, 1, 6), 1.25, -0.125, 0.25, 0.625, -0.375, 1),
                OracleCase.of("norm", "LpPool", kernel(2).with("p", 3).with("pads", List.of(1, 0)), pattern(1, 1, 5))
                        .gives(Shape.of(1, 1, 5), 0.5, 1.27612, 1.25332, 0.75915, 1.12449));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void numbers_are_those_of_onnxruntime(OracleCase form) {
        form.check(2e-5);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void gradients_agree_with_finite_differences(OracleCase form) {
        assertThat(form.gradientError(5e-3)).isLessThan(5e-3);
    }

    @Test
    void indices_of_the_largest_count_through_the_whole_input_by_columns_if_asked() {
        Calculation pool = Calculation.of(
                "MaxPool",
                kernel(2, 2).with("pads", List.of(0, 1, 1, 0)).with("storage_order", 1),
                2,
                pattern(1, 2, 3, 3));
        assertThat(pool.outputs().get(1).values())
                .containsExactly(0, 3, 3, 1, 4, 4, 2, 5, 5, 10, 10, 12, 10, 10, 13, 11, 11, 14);
    }

    @Test
    void unpooling_puts_back_what_the_pool_picked_and_sends_its_gradient_back() {
        FloatTensor x = FloatTensor.of(new float[] {1, 2, 3, 4}, 1, 1, 2, 2);
        Tensor places = LongTensor.of(new long[] {5, 7, 13, 15}, 1, 1, 2, 2);
        Calculation unpool = Calculation.of("MaxUnpool", kernel(2, 2).with("strides", List.of(2, 2)), 1, x, places);
        assertThat(unpool.output()).containsExactly(0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 3, 0, 4);
        float[] weights = new float[16];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i;
        }
        assertThat(unpool.run(Map.of(), weights).get(1).values()).containsExactly(5, 7, 13, 15);
    }

    @Test
    void a_norm_of_zeros_has_a_gradient_that_is_a_number() {
        Calculation pool = Calculation.of("LpPool", kernel(2), 1, FloatTensor.of(new float[3], 1, 1, 3));
        assertThat(pool.run(Map.of(), new float[] {1, 1}).get(1).values()).containsExactly(0, 0, 0);
    }
}
