package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.network.Attributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolution and pooling against loops written by hand. */
class WindowValuesTest {
    private static final FloatTensor IMAGES = Calculation.random(1, 2, 3, 7, 6);
    private static final FloatTensor KERNELS = Calculation.random(2, 4, 3, 3, 2);
    private static final FloatTensor BIAS = Calculation.random(3, 4);

    static Stream<Attributes> convolutions() {
        return Stream.of(
                Attributes.none(),
                Attributes.none().with("strides", List.of(2, 1)),
                Attributes.none().with("pads", List.of(1, 1, 1, 1)),
                Attributes.none().with("pads", List.of(1, 0, 2, 1)).with("strides", List.of(2, 2)),
                Attributes.none().with("dilations", List.of(2, 2)));
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void a_convolution_is_the_sum_of_products_under_the_window(Attributes attributes) {
        Calculation conv = Calculation.of("Conv", attributes, 1, IMAGES, KERNELS, BIAS);
        FloatTensor out = conv.outputs().get(0);
        int[] o = out.shape().toArray();
        int i = 0;
        for (int n = 0; n < o[0]; n++) {
            for (int f = 0; f < o[1]; f++) {
                for (int y = 0; y < o[2]; y++) {
                    for (int x = 0; x < o[3]; x++) {
                        double sum = BIAS.values()[f];
                        for (int c = 0; c < 3; c++) {
                            for (int p = 0; p < 3; p++) {
                                for (int q = 0; q < 2; q++) {
                                    sum += pixel(n, c, row(attributes, y, p, 0), row(attributes, x, q, 1), 0)
                                            * KERNELS.values()[((f * 3 + c) * 3 + p) * 2 + q];
                                }
                            }
                        }
                        assertThat((double) out.values()[i++]).isCloseTo(sum, within(1e-4));
                    }
                }
            }
        }
    }

    static Stream<Attributes> poolings() {
        Attributes two = Attributes.none().with("kernel_shape", List.of(2, 2));
        return Stream.of(
                two,
                two.with("strides", List.of(2, 2)),
                two.with("strides", List.of(2, 2)).with("pads", List.of(1, 1, 1, 1)),
                two.with("strides", List.of(2, 2)).with("pads", List.of(0, 0, 1, 1)),
                two.with("pads", List.of(0, 1, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("poolings")
    void poolings_take_the_largest_or_the_mean_of_what_is_under_the_window(Attributes attributes) {
        FloatTensor largest =
                Calculation.of("MaxPool", attributes, 1, IMAGES).outputs().get(0);
        FloatTensor mean =
                Calculation.of("AveragePool", attributes, 1, IMAGES).outputs().get(0);
        FloatTensor meanOfAll = Calculation.of("AveragePool", attributes.with("count_include_pad", 1), 1, IMAGES)
                .outputs()
                .get(0);
        int[] o = largest.shape().toArray();
        int i = 0;
        for (int n = 0; n < o[0]; n++) {
            for (int c = 0; c < o[1]; c++) {
                for (int y = 0; y < o[2]; y++) {
                    for (int x = 0; x < o[3]; x++) {
                        double max = Double.NEGATIVE_INFINITY;
                        double sum = 0;
                        int count = 0;
                        for (int p = 0; p < 2; p++) {
                            for (int q = 0; q < 2; q++) {
                                double value =
                                        pixel(n, c, row(attributes, y, p, 0), row(attributes, x, q, 1), Double.NaN);
                                if (!Double.isNaN(value)) {
                                    max = Math.max(max, value);
                                    sum += value;
                                    count++;
                                }
                            }
                        }
                        assertThat((double) largest.values()[i]).isEqualTo(max);
                        assertThat((double) mean.values()[i]).isCloseTo(sum / count, within(1e-5));
                        assertThat((double) meanOfAll.values()[i]).isCloseTo(sum / 4, within(1e-5));
                        i++;
                    }
                }
            }
        }
    }

    @Test
    void same_padding_keeps_the_size_over_the_stride() {
        Attributes same = Attributes.none()
                .with("kernel_shape", List.of(3, 3))
                .with("strides", List.of(2, 2))
                .with("auto_pad", "SAME_UPPER");
        assertThat(Calculation.of("MaxPool", same, 1, IMAGES)
                        .outputs()
                        .get(0)
                        .shape()
                        .sizes())
                .containsExactly(2, 3, 4, 3);
    }

    @Test
    void global_poolings_leave_one_number_a_channel() {
        FloatTensor x = FloatTensor.of(new float[] {1, 2, 3, 6, -1, -2, -3, -6}, 1, 2, 2, 2);
        assertThat(Calculation.of("GlobalAveragePool", Attributes.none(), 1, x).output())
                .containsExactly(3, -3);
        assertThat(Calculation.of("GlobalMaxPool", Attributes.none(), 1, x).output())
                .containsExactly(6, -1);
    }

    private static int row(Attributes attributes, int out, int inWindow, int axis) {
        int stride = attributes.integers("strides").map(s -> s.get(axis)).orElse(1);
        int dilation = attributes.integers("dilations").map(s -> s.get(axis)).orElse(1);
        int pad = attributes.integers("pads").map(s -> s.get(axis)).orElse(0);
        return out * stride + inWindow * dilation - pad;
    }

    private static double pixel(int n, int c, int y, int x, double outside) {
        return y < 0 || x < 0 || y >= 7 || x >= 6 ? outside : IMAGES.values()[((n * 3 + c) * 7 + y) * 6 + x];
    }
}
