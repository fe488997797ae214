package dev.plumbline.torch;

import static dev.plumbline.torch.OneNode.doubles;
import static dev.plumbline.torch.OneNode.floats;
import static dev.plumbline.torch.OneNode.grid;
import static dev.plumbline.torch.OneNode.wholes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions of each element, truths and element types; formulas are those of the ONNX specification. */
class FunctionValuesTest {
    private static final Attributes NONE = Attributes.none();
    private static final float[] POINTS = {-3.5f, -1, -0.3f, 0, 0.2f, 0.9f, 1, 2.5f};

    static Stream<Arguments> functions() {
        return Stream.of(
                Arguments.of("HardSwish", NONE, f(x -> x * Math.max(0, Math.min(1, x / 6 + 0.5)))),
                Arguments.of("Mish", NONE, f(x -> x * Math.tanh(Math.log1p(Math.exp(x))))),
                Arguments.of("Swish", NONE.with("alpha", 0.5), f(x -> x / (1 + Math.exp(-0.5 * x)))),
                Arguments.of("Swish", NONE, f(x -> x / (1 + Math.exp(-x)))),
                Arguments.of("Softsign", NONE, f(x -> x / (1 + Math.abs(x)))),
                Arguments.of(
                        "Celu", NONE.with("alpha", 2.0), f(x -> Math.max(0, x) + Math.min(0, 2 * Math.expm1(x / 2)))),
                Arguments.of(
                        "Selu",
                        NONE.with("alpha", 2.0).with("gamma", 3.0),
                        f(x -> 3 * (x < 0 ? 2 * Math.expm1(x) : x))),
                Arguments.of("ThresholdedRelu", NONE.with("alpha", 0.5), f(x -> x > 0.5 ? x : 0)),
                Arguments.of(
                        "Shrink",
                        NONE.with("lambd", 0.5).with("bias", 0.25),
                        f(x -> x < -0.5 ? x + 0.25 : x > 0.5 ? x - 0.25 : 0)),
                Arguments.of("Reciprocal", NONE, f(x -> 1 / x)),
                Arguments.of("Sign", NONE, f(Math::signum)),
                Arguments.of("Floor", NONE, f(Math::floor)),
                Arguments.of("Ceil", NONE, f(Math::ceil)),
                Arguments.of("Round", NONE, f(Math::rint)),
                Arguments.of("Sin", NONE, f(Math::sin)),
                Arguments.of("Cos", NONE, f(Math::cos)),
                Arguments.of("Tan", NONE, f(Math::tan)),
                Arguments.of("Atan", NONE, f(Math::atan)),
                Arguments.of("Sinh", NONE, f(Math::sinh)),
                Arguments.of("Cosh", NONE, f(Math::cosh)),
                Arguments.of("Asinh", NONE, f(x -> Math.log(x + Math.sqrt(x * x + 1)))));
    }

    private static DoubleUnaryOperator f(DoubleUnaryOperator function) {
        return function;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("functions")
    void a_function_of_each_element_agrees_with_its_formula(
            String operator, Attributes attributes, DoubleUnaryOperator expected) {
        FloatTensor out = (FloatTensor)
                new OneNode(operator, attributes).fed(floats(POINTS)).output();
        for (int i = 0; i < POINTS.length; i++) {
            double value = expected.applyAsDouble(POINTS[i]);
            assertThat(out.get(i))
                    .isCloseTo(value, within(2e-6 * Math.max(1, Math.abs(Double.isInfinite(value) ? 1 : value))));
        }
    }

    @Test
    void whole_numbers_divide_toward_zero_and_modulo_follows_the_divisor() {
        LongTensor a = wholes(7, -7, 7, -7);
        LongTensor b = wholes(2, 2, -2, -2);
        assertThat(new OneNode("Div").fed(a, DType.INT32).fed(b, DType.INT32).output())
                .isEqualTo(wholes(3, -3, -3, 3));
        assertThat(new OneNode("Mod").fed(a, DType.INT8).fed(b, DType.INT8).output())
                .isEqualTo(wholes(1, 1, -1, -1));
        assertThat(new OneNode("Mod", NONE.with("fmod", 1)).fed(a).fed(b).output())
                .isEqualTo(wholes(1, -1, 1, -1));
    }

    @Test
    void unsigned_numbers_wrap_at_their_own_width() {
        assertThat(new OneNode("Sub")
                        .fed(wholes(1, 5), DType.UINT16)
                        .fed(wholes(2, 3), DType.UINT16)
                        .output())
                .isEqualTo(wholes(65535, 2));
        assertThat(new OneNode("Add")
                        .fed(wholes(4294967295L), DType.UINT32)
                        .fed(wholes(1), DType.UINT32)
                        .output())
                .isEqualTo(wholes(0));
        assertThat(new OneNode("BitwiseNot").fed(wholes(1), DType.UINT16).output())
                .isEqualTo(wholes(65534));
        assertThat(new OneNode("BitShift", NONE.with("direction", "LEFT"))
                        .fed(wholes(40_000), DType.UINT16)
                        .fed(wholes(1), DType.UINT16)
                        .output())
                .isEqualTo(wholes(14_464));
    }

    @Test
    void a_power_is_of_the_bases_type() {
        assertThat(new OneNode("Pow").fed(wholes(2, 3)).fed(floats(3, 2)).output())
                .isEqualTo(wholes(8, 9));
        assertThat(new OneNode("Pow").fed(floats(2, 3)).fed(wholes(3, 2)).output())
                .isEqualTo(floats(8, 9));
        assertThat(new OneNode("Pow")
                        .fed(floats(2, 3))
                        .held(doubles(2), DType.FLOAT64)
                        .output())
                .isEqualTo(floats(4, 9));
    }

    @Test
    void casting_cuts_off_and_wraps() {
        assertThat(new OneNode("Cast", NONE.with("to", 7))
                        .fed(floats(-1.9f, 2.9f))
                        .output())
                .isEqualTo(wholes(-1, 2));
        assertThat(new OneNode("Cast", NONE.with("to", 12)).fed(wholes(-1)).output())
                .isEqualTo(wholes(4294967295L));
        assertThat(new OneNode("Cast", NONE.with("to", 9)).fed(floats(0, -0.5f)).output())
                .isEqualTo(wholes(0, 1));
        assertThat(new OneNode("Cast", NONE.with("to", 10)).fed(floats(1.0001f)).output())
                .isEqualTo(floats(1));
        assertThat(new OneNode("BitCast", NONE.with("to", 6)).fed(floats(1)).output())
                .isEqualTo(wholes(0x3f800000));
    }

    @Test
    void comparisons_and_truths_agree_with_logic() {
        FloatTensor a = floats(1, 2, Float.NaN);
        FloatTensor b = floats(2);
        assertThat(new OneNode("Less").fed(a).fed(b).output()).isEqualTo(wholes(1, 0, 0));
        assertThat(new OneNode("GreaterOrEqual").fed(a).fed(b).output()).isEqualTo(wholes(0, 1, 0));
        assertThat(new OneNode("IsNaN").fed(a).output()).isEqualTo(wholes(0, 0, 1));
        LongTensor p = wholes(0, 0, 1, 1);
        LongTensor q = wholes(0, 1, 0, 1);
        assertThat(new OneNode("Xor").fed(p, DType.BOOL).fed(q, DType.BOOL).output())
                .isEqualTo(wholes(0, 1, 1, 0));
        assertThat(new OneNode("Not").fed(p, DType.BOOL).output()).isEqualTo(wholes(1, 1, 0, 0));
        FloatTensor ends = floats(Float.NEGATIVE_INFINITY, 0, Float.POSITIVE_INFINITY);
        assertThat(new OneNode("IsInf", NONE.with("detect_positive", 0))
                        .fed(ends)
                        .output())
                .isEqualTo(wholes(1, 0, 0));
        assertThat(new OneNode("Where")
                        .fed(q, DType.BOOL)
                        .fed(wholes(1, 2, 3, 4))
                        .fed(wholes(9))
                        .output())
                .isEqualTo(wholes(9, 2, 9, 4));
    }

    @Test
    void clipping_takes_either_bound_held_or_fed() {
        FloatTensor x = floats(-2, 0.5f, 3);
        FloatTensor one = new FloatTensor(new float[] {1}, Shape.of());
        assertThat(new OneNode("Clip").fed(x).without().held(one, DType.FLOAT32).output())
                .isEqualTo(floats(-2, 0.5f, 1));
        assertThat(new OneNode("Clip").fed(x).fed(one).output()).isEqualTo(floats(1, 1, 3));
    }

    @Test
    void several_values_are_joined_element_by_element() {
        FloatTensor a = grid(2, 1f, 5, 2, 0);
        FloatTensor row = floats(3, 4);
        assertThat(new OneNode("Max").fed(a).fed(row).fed(floats(2)).output()).isEqualTo(grid(2, 3f, 5, 3, 4));
        assertThat(new OneNode("Mean").fed(a).fed(row).output()).isEqualTo(grid(2, 2f, 4.5f, 2.5f, 2));
    }

    @Test
    void sums_so_far_may_leave_out_their_own_and_run_backwards() {
        LongTensor x = wholes(1, 2, 3);
        assertThat(new OneNode("CumSum").fed(x).held(0).output()).isEqualTo(wholes(1, 3, 6));
        assertThat(new OneNode("CumSum", NONE.with("exclusive", 1))
                        .fed(x)
                        .held(0)
                        .output())
                .isEqualTo(wholes(0, 1, 3));
        assertThat(new OneNode("CumSum", NONE.with("reverse", 1)).fed(x).held(0).output())
                .isEqualTo(wholes(6, 5, 3));
        assertThat(new OneNode("CumProd", NONE.with("exclusive", 1).with("reverse", 1))
                        .fed(x)
                        .held(0)
                        .output())
                .isEqualTo(wholes(6, 3, 1));
    }

    @Test
    void hardmax_marks_the_first_of_the_greatest() {
        assertThat(new OneNode("Hardmax").fed(grid(2, 1f, 3, 3, 2, 0, 1)).output())
                .isEqualTo(grid(2, 0f, 1, 0, 1, 0, 0));
    }
}
