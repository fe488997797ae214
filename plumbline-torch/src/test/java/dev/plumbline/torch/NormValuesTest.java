package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.network.Attributes;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Against {@code onnx.reference.ReferenceEvaluator} of the onnx package 1.23; {@code LRN}, which it does not have for a
 * batch of 1, against NumPy: {@code x[c] / (1 + 0.25 * sum(x[c:c+2] ** 2)) ** 0.75}.
 */
class NormValuesTest {
    private static final float[] X = {1, 2, 4, -1, 0, 3, 2, 2};
    private static final FloatTensor ROWS = FloatTensor.of(X, 2, 4);
    private static final FloatTensor SCALE = FloatTensor.of(new float[] {1, 2, 1, 0.5f}, 4);
    private static final FloatTensor BIAS = FloatTensor.of(new float[] {0, 0, 1, 0}, 4);
    private static final Attributes NONE = Attributes.none();

    @Test
    void layer_normalization_scales_each_row_and_gives_what_it_was_divided_by() {
        List<FloatTensor> outputs =
                Calculation.of("LayerNormalization", NONE, 3, ROWS, SCALE, BIAS).outputs();
        assertThat(outputs.get(0).values())
                .containsExactly(
                        new float[] {
                            -0.27734968f,
                            0.55469936f,
                            2.3867483f,
                            -0.6933742f,
                            -1.6059034f,
                            2.2941477f,
                            1.2294148f,
                            0.11470739f
                        },
                        within(1e-5f));
        assertThat(outputs.get(1)).isEqualTo(FloatTensor.of(new float[] {1.5f, 1.75f}, 2, 1));
        assertThat(outputs.get(2).values()).containsExactly(new float[] {0.55469936f, 0.9176591f}, within(1e-5f));
    }

    @Test
    void a_scale_of_fewer_axes_than_are_normalized_broadcasts() {
        assertThat(Calculation.of(
                                "LayerNormalization",
                                NONE.with("axis", 1),
                                1,
                                FloatTensor.of(X, 2, 2, 2),
                                FloatTensor.of(new float[] {1, 2}, 2))
                        .output())
                .containsExactly(
                        new float[] {
                            -0.27734968f,
                            0.55469936f,
                            1.3867484f,
                            -2.7734969f,
                            -1.6059034f,
                            2.2941477f,
                            0.22941478f,
                            0.45882952f
                        },
                        within(1e-5f));
    }

    @Test
    void rms_normalization_subtracts_no_mean() {
        assertThat(Calculation.of("RMSNormalization", NONE, 1, ROWS, SCALE).output())
                .containsExactly(
                        new float[] {
                            0.42640102f, 1.705604f, 1.705604f, -0.21320051f, 0, 2.9104242f, 0.9701414f, 0.4850707f
                        },
                        within(1e-5f));
    }

    @Test
    void instances_and_groups_of_channels_are_normalized_for_themselves() {
        FloatTensor two = FloatTensor.of(new float[] {1, 2}, 2);
        FloatTensor shift = FloatTensor.of(new float[] {0, 1}, 2);
        assertThat(Calculation.of("InstanceNormalization", NONE, 1, FloatTensor.of(X, 1, 2, 4), two, shift)
                        .output())
                .containsExactly(
                        new float[] {
                            -0.27734968f,
                            0.27734968f,
                            1.3867484f,
                            -1.3867484f,
                            -2.2118068f,
                            3.2941477f,
                            1.4588295f,
                            1.4588295f
                        },
                        within(1e-5f));
        assertThat(Calculation.of(
                                "GroupNormalization",
                                NONE.with("num_groups", 2),
                                1,
                                FloatTensor.of(X, 1, 4, 2),
                                SCALE,
                                BIAS)
                        .output())
                .containsExactly(
                        new float[] {
                            -0.27734968f,
                            0.27734968f,
                            2.7734969f,
                            -2.7734969f,
                            -0.60590339f,
                            2.1470737f,
                            0.11470739f,
                            0.11470739f
                        },
                        within(1e-5f));
    }

    @Test
    void local_response_of_an_even_size_looks_one_channel_further_behind() {
        assertThat(Calculation.of("LRN", NONE.with("size", 2).with("alpha", 0.5), 1, FloatTensor.of(X, 1, 4, 2, 1))
                        .output())
                .containsExactly(
                        new float[] {
                            0.28832382f, 1.0886621f, 1.196279f, -0.390795f, 0, 1.0135135f, 1.1892071f, 1.1892071f
                        },
                        within(1e-5f));
    }

    @Test
    void mean_variance_normalization_runs_over_batch_and_places() {
        assertThat(Calculation.of("MeanVarianceNormalization", NONE, 1, FloatTensor.of(X, 1, 2, 2, 2))
                        .output())
                .containsExactly(
                        new float[] {
                            -0.2773501f,
                            0.2773501f,
                            1.3867505f,
                            -1.3867505f,
                            -1.60591f,
                            1.1470786f,
                            0.22941573f,
                            0.22941573f
                        },
                        within(1e-5f));
    }

    @Test
    void a_vector_is_divided_by_its_length() {
        assertThat(Calculation.of("LpNormalization", NONE.with("p", 1).with("axis", 0), 1, ROWS)
                        .output())
                .containsExactly(new float[] {1, 0.4f, 2 / 3f, -1 / 3f, 0, 0.6f, 1 / 3f, 2 / 3f}, within(1e-6f));
    }
}
