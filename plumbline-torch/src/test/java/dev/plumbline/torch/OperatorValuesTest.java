package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.operator.Operators;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperatorValuesTest {
    private static final FloatTensor X = Calculation.random(1, 3, 4);
    private static final FloatTensor POSITIVE = FloatTensor.of(new float[] {0.5f, 1, 2, 4}, 2, 2);

    @Test
    void every_operator_of_core_has_a_row_in_the_table() {
        assertThat(Translations.standard().operators())
                .containsAll(Operators.standard().names());
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                function("Identity", Attributes.none(), x -> x),
                function("Relu", Attributes.none(), x -> Math.max(0, x)),
                function("LeakyRelu", Attributes.none(), x -> x < 0 ? 0.01 * x : x),
                function("LeakyRelu", Attributes.none().with("alpha", 0.3), x -> x < 0 ? 0.3 * x : x),
                function("Elu", Attributes.none(), x -> x < 0 ? Math.expm1(x) : x),
                function(
                        "Selu",
                        Attributes.none(),
                        x -> 1.0507009873554805 * (x < 0 ? 1.6732632423543772 * Math.expm1(x) : x)),
                function("Sigmoid", Attributes.none(), x -> 1 / (1 + Math.exp(-x))),
                function("HardSigmoid", Attributes.none(), x -> Math.max(0, Math.min(1, 0.2 * x + 0.5))),
                function("Tanh", Attributes.none(), Math::tanh),
                function("Softplus", Attributes.none(), x -> Math.log1p(Math.exp(x))),
                function("Exp", Attributes.none(), Math::exp),
                function("Neg", Attributes.none(), x -> -x),
                function("Abs", Attributes.none(), Math::abs),
                function(
                        "Gelu",
                        Attributes.none().with("approximate", "tanh"),
                        x -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))),
                function("Dropout", Attributes.none().with("ratio", 0.5), x -> x));
    }

    private static Arguments function(String operator, Attributes attributes, DoubleUnaryOperator expected) {
        return Arguments.of(operator, attributes, expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("functions")
    void a_function_of_each_element_agrees_with_its_formula(
            String operator, Attributes attributes, DoubleUnaryOperator expected) {
        float[] out = Calculation.of(operator, attributes, 1, X).output();
        for (int i = 0; i < out.length; i++) {
            assertThat((double) out[i]).isCloseTo(expected.applyAsDouble(X.values()[i]), within(1e-6));
        }
    }

    @Test
    void log_and_square_root_agree_with_their_formulas() {
        assertThat(Calculation.of("Log", Attributes.none(), 1, POSITIVE).output())
                .containsExactly(new float[] {-0.6931472f, 0, 0.6931472f, 1.3862944f}, within(1e-6f));
        assertThat(Calculation.of("Sqrt", Attributes.none(), 1, POSITIVE).output())
                .containsExactly(new float[] {0.70710677f, 1, 1.4142135f, 2}, within(1e-6f));
    }

    @Test
    void exact_gelu_is_x_times_the_normal_distribution() {
        FloatTensor x = FloatTensor.of(new float[] {-1, 0, 1, 2}, 1, 4);
        assertThat(Calculation.of("Gelu", Attributes.none(), 1, x).output())
                .containsExactly(new float[] {-0.15865526f, 0, 0.8413447f, 1.9544997f}, within(1e-6f));
    }

    @Test
    void arithmetic_broadcasts() {
        FloatTensor row = FloatTensor.of(new float[] {1, 10}, 2);
        assertThat(Calculation.of("Add", Attributes.none(), 1, POSITIVE, row).output())
                .containsExactly(1.5f, 11, 3, 14);
        assertThat(Calculation.of("Sub", Attributes.none(), 1, POSITIVE, row).output())
                .containsExactly(-0.5f, -9, 1, -6);
        assertThat(Calculation.of("Mul", Attributes.none(), 1, POSITIVE, row).output())
                .containsExactly(0.5f, 10, 2, 40);
        assertThat(Calculation.of("Div", Attributes.none(), 1, POSITIVE, row).output())
                .containsExactly(0.5f, 0.1f, 2, 0.4f);
    }

    @Test
    void softmax_sums_to_one_along_its_axis_and_log_softmax_is_its_logarithm() {
        FloatTensor x = FloatTensor.of(new float[] {0, (float) Math.log(3), 0, 0}, 2, 2);
        Attributes last = Attributes.none().with("axis", -1);
        assertThat(Calculation.of("Softmax", last, 1, x).output())
                .containsExactly(new float[] {0.25f, 0.75f, 0.5f, 0.5f}, within(1e-6f));
        assertThat(Calculation.of("Softmax", Attributes.none().with("axis", 0), 1, x)
                        .output())
                .containsExactly(new float[] {0.5f, 0.75f, 0.5f, 0.25f}, within(1e-6f));
        assertThat(Calculation.of("LogSoftmax", last, 1, x).output())
                .containsExactly(new float[] {-1.3862944f, -0.2876821f, -0.6931472f, -0.6931472f}, within(1e-6f));
    }

    @Test
    void a_gemm_of_any_orientation_and_scale_is_a_matrix_product() {
        FloatTensor a = FloatTensor.of(new float[] {1, 2, 3, 4}, 2, 2);
        FloatTensor b = FloatTensor.of(new float[] {5, 6, 7, 8}, 2, 2);
        FloatTensor c = FloatTensor.of(new float[] {100, 200}, 2);
        Attributes none = Attributes.none();
        assertThat(Calculation.of("Gemm", none, 1, a, b).output()).containsExactly(19, 22, 43, 50);
        assertThat(Calculation.of("MatMul", none, 1, a, b).output()).containsExactly(19, 22, 43, 50);
        assertThat(Calculation.of("Gemm", none.with("transB", 1), 1, a, b, c).output())
                .containsExactly(117, 223, 139, 253);
        assertThat(Calculation.of(
                                "Gemm",
                                none.with("transA", 1).with("alpha", 2.0).with("beta", 0.5),
                                1,
                                a,
                                b,
                                c)
                        .output())
                .containsExactly(102, 160, 126, 188);
    }

    @Test
    void shapes_are_changed_without_touching_values() {
        FloatTensor x = FloatTensor.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 2, 3);
        assertThat(Calculation.of("Flatten", Attributes.none().with("axis", 2), 1, x)
                        .outputs()
                        .get(0)
                        .shape()
                        .sizes())
                .containsExactly(2, 3);
        assertThat(Calculation.of("Reshape", Attributes.none(), 1, x, LongTensor.of(new long[] {0, 3, -1}, 3))
                        .outputs()
                        .get(0))
                .isEqualTo(FloatTensor.of(x.values(), 1, 3, 2));
        assertThat(Calculation.of("Transpose", Attributes.none().with("perm", List.of(0, 2, 1)), 1, x)
                        .output())
                .containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(Calculation.of("Concat", Attributes.none().with("axis", 2), 1, x, x)
                        .output())
                .containsExactly(1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6);
    }

    @Test
    void reductions_run_over_the_axes_they_name() {
        FloatTensor x = FloatTensor.of(new float[] {1, 2, 3, 4, 5, 9}, 2, 3);
        Tensor last = LongTensor.of(new long[] {-1}, 1);
        Attributes dropped = Attributes.none().with("keepdims", 0);
        assertThat(Calculation.of("ReduceMean", Attributes.none(), 1, x, last).output())
                .containsExactly(2, 6);
        assertThat(Calculation.of("ReduceSum", dropped, 1, x, last).outputs().get(0))
                .isEqualTo(FloatTensor.of(new float[] {6, 18}, 2));
        assertThat(Calculation.of("ReduceMax", dropped, 1, x, last).output()).containsExactly(3, 9);
        assertThat(Calculation.of("ReduceSum", Attributes.none(), 1, x).output())
                .containsExactly(24);
    }

    @Test
    void gather_picks_rows_of_a_table_and_slices_along_any_axis() {
        FloatTensor table = FloatTensor.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
        LongTensor tokens = LongTensor.of(new long[] {2, 0, 0, 1}, 2, 2);
        assertThat(Calculation.of("Gather", Attributes.none(), 1, table, tokens)
                        .outputs()
                        .get(0))
                .isEqualTo(FloatTensor.of(new float[] {5, 6, 1, 2, 1, 2, 3, 4}, 2, 2, 2));
        assertThat(Calculation.of(
                                "Gather", Attributes.none().with("axis", 1), 1, table, LongTensor.of(new long[] {1}, 1))
                        .output())
                .containsExactly(2, 4, 6);
    }

    @Test
    void batch_norm_uses_running_statistics_in_evaluation_and_the_batchs_own_in_training() {
        FloatTensor x = FloatTensor.of(new float[] {1, 3, 5, 11}, 4, 1);
        FloatTensor scale = FloatTensor.of(new float[] {2}, 1);
        FloatTensor bias = FloatTensor.of(new float[] {1}, 1);
        FloatTensor mean = FloatTensor.of(new float[] {1}, 1);
        FloatTensor variance = FloatTensor.of(new float[] {4}, 1);
        Calculation norm = Calculation.of(
                "BatchNormalization", Attributes.none().with("epsilon", 0.0), 1, x, scale, bias, mean, variance);
        assertThat(norm.output()).containsExactly(new float[] {1, 3, 5, 11}, within(1e-5f));
        // mean 5, population deviation sqrt(14)
        float unit = (float) (2 / Math.sqrt(14));
        assertThat(norm.inTraining().output())
                .containsExactly(new float[] {1 - 4 * unit, 1 - 2 * unit, 1, 1 + 6 * unit}, within(1e-5f));
    }

    @Test
    void dropout_zeroes_its_share_in_training_and_scales_up_the_rest() {
        float[] ones = new float[10_000];
        java.util.Arrays.fill(ones, 1);
        float[] out = Calculation.of("Dropout", Attributes.none().with("ratio", 0.2), 1, FloatTensor.of(ones, 100, 100))
                .inTraining()
                .output();
        int zeros = 0;
        for (float value : out) {
            assertThat(value == 0 || value == 1.25f).isTrue();
            zeros += value == 0 ? 1 : 0;
        }
        assertThat(zeros).isBetween(1_880, 2_120);
    }
}
