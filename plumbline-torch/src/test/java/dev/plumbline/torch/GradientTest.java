package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GradientTest {
    private static final double STEP = 5e-3;

    /** The last query may look at nothing. */
    private static final FloatTensor MASK = FloatTensor.of(
            new float[] {
                0,
                Float.NEGATIVE_INFINITY,
                0,
                0.5f,
                0,
                0,
                Float.NEGATIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                Float.NEGATIVE_INFINITY
            },
            3,
            3);

    /** Far enough from whole pixels, where reading between them has a kink. */
    private static final FloatTensor OFFSETS = offsets();

    static Stream<Arguments> nodes() {
        Attributes none = Attributes.none();
        Tensor x = Calculation.random(1, 2, 3);
        Tensor image = Calculation.random(2, 1, 2, 4, 4);
        return Stream.of(
                node("Gemm", none.with("transB", 1), x, Calculation.random(3, 4, 3), Calculation.random(4, 4)),
                node("MatMul", none, x, Calculation.random(3, 3, 2)),
                node("Conv", none.with("pads", List.of(1, 0, 0, 1)), image, Calculation.random(5, 2, 2, 3, 3)),
                node("AveragePool", none.with("kernel_shape", List.of(2, 2)).with("pads", List.of(1, 1, 0, 0)), image),
                node("GlobalAveragePool", none, image),
                node("LayerNormalization", none, x, Calculation.random(11, 3), Calculation.random(12, 3)),
                node("RMSNormalization", none, x, Calculation.random(11, 3)),
                node("InstanceNormalization", none, image, Calculation.random(13, 2), Calculation.random(14, 2)),
                node(
                        "GroupNormalization",
                        none.with("num_groups", 2),
                        Calculation.random(15, 1, 4, 3),
                        Calculation.random(13, 4),
                        Calculation.random(14, 4)),
                node("LRN", none.with("size", 3).with("alpha", 0.5), image),
                node("MeanVarianceNormalization", none, image),
                node("LpNormalization", none, x),
                node("Sigmoid", none, x),
                node("Tanh", none, x),
                node("Gelu", none, x),
                node("Elu", none, x),
                node("Softplus", none, x),
                node("Softmax", none, x),
                node("LogSoftmax", none, x),
                node("Div", none, x, Calculation.random(9, 2, 3)),
                node("ReduceMean", none, x, LongTensor.of(new long[] {1}, 1)),
                node("ReduceL2", none, x, LongTensor.of(new long[] {1}, 1)),
                node("ReduceProd", none, x, LongTensor.of(new long[] {0, 1}, 2)),
                node("ReduceLogSumExp", none, x),
                node("PRelu", none, x, Calculation.random(5, 3)),
                node("Mish", none, x),
                node("HardSwish", none, x),
                node("Swish", none.with("alpha", 0.5), x),
                node("Softsign", none, x),
                node("Celu", none, x),
                node("Erf", none, x),
                node("Max", none, x, Calculation.random(6, 2, 3)),
                node("CumSum", none.with("exclusive", 1), x, LongTensor.of(new long[] {1}, 1)),
                node("CumProd", none.with("reverse", 1), x, LongTensor.of(new long[] {1}, 1)),
                node("Expand", none, x, LongTensor.of(new long[] {2, 1, 3}, 3)),
                node("Tile", none, x, LongTensor.of(new long[] {2, 2}, 2)),
                node("Pad", none.with("mode", "reflect"), x, LongTensor.of(new long[] {0, 2, 1, 1}, 4)),
                node("Slice", none, x, wholes(-1), wholes(-9), wholes(1), wholes(-2)),
                node("GatherElements", none.with("axis", 1), x, LongTensor.of(new long[] {2, 2, 0, -1}, 2, 2)),
                node("GatherND", none, x, LongTensor.of(new long[] {0, 1, 0, 1}, 2, 2)),
                node(
                        "ScatterElements",
                        none,
                        x,
                        LongTensor.of(new long[] {1, 0, 0}, 1, 3),
                        Calculation.random(3, 1, 3)),
                node(
                        "ScatterND",
                        none.with("reduction", "add"),
                        x,
                        LongTensor.of(new long[] {1, 1}, 2, 1),
                        Calculation.random(3, 2, 3)),
                node("DepthToSpace", none.with("blocksize", 2), Calculation.random(4, 1, 4, 1, 2)),
                node("Trilu", none, Calculation.random(4, 3, 3)),
                node("Concat", none, x, x),
                node("Gather", none, Calculation.random(6, 4, 2), LongTensor.of(new long[] {3, 1, 3}, 3)),
                node("Gemm", none.with("transA", 1).with("alpha", 0.5), x, Calculation.random(3, 2, 4)),
                node("Einsum", none.with("equation", "ij,kj->ki"), x, Calculation.random(3, 4, 3)),
                node("Det", none, Calculation.random(4, 2, 3, 3)),
                node("NegativeLogLikelihoodLoss", none, x, wholes(2, 0)),
                node("SoftmaxCrossEntropyLoss", none.with("reduction", "none"), x, wholes(2, 0)),
                node("Attention", none.with("is_causal", 1), heads(21), heads(22), heads(23)),
                node("Attention", none.with("softcap", 2.0), heads(21), heads(22), heads(23), MASK),
                node(
                        "RotaryEmbedding",
                        none.with("interleaved", 1),
                        Calculation.random(24, 1, 1, 3, 4),
                        Calculation.random(25, 1, 3, 2),
                        Calculation.random(26, 1, 3, 2)),
                node("CausalConvWithState", none, Calculation.random(27, 1, 2, 4), Calculation.random(28, 2, 1, 3)),
                node("DeformConv", none, image, Calculation.random(29, 2, 2, 2, 2), OFFSETS),
                recurrent("RNN", none.with("direction", "reverse"), 1),
                recurrent("GRU", none.with("linear_before_reset", 1), 3),
                recurrent("GRU", none, 3),
                recurrent("LSTM", none.with("input_forget", 1), 4),
                node(
                        "LSTM",
                        none.with("layout", 1),
                        Calculation.random(7, 2, 3, 2),
                        Calculation.random(8, 1, 8, 2),
                        Calculation.random(9, 1, 8, 2),
                        Calculation.random(10, 1, 16)));
    }

    private static FloatTensor heads(long seed) {
        return Calculation.random(seed, 1, 2, 3, 2);
    }

    private static FloatTensor offsets() {
        float[] values = new float[72];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.2f + 0.01f * (i % 30);
        }
        return FloatTensor.of(values, 1, 8, 3, 3);
    }

    private static Tensor wholes(long... values) {
        return LongTensor.of(values, values.length);
    }

    /** Two examples of three and two steps. */
    private static Arguments recurrent(String operator, Attributes attributes, int gates) {
        return node(
                operator,
                attributes,
                Calculation.random(7, 3, 2, 2),
                Calculation.random(8, 1, gates * 2, 2),
                Calculation.random(9, 1, gates * 2, 2),
                Calculation.random(10, 1, gates * 4),
                LongTensor.of(new long[] {3, 2}, 2),
                Calculation.random(11, 1, 2, 2));
    }

    private static Arguments node(String operator, Attributes attributes, Tensor... inputs) {
        return Arguments.of(operator, attributes, inputs);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nodes")
    void a_gradient_agrees_with_finite_differences(String operator, Attributes attributes, Tensor[] inputs) {
        Calculation calculation = Calculation.of(operator, attributes, operator.equals("LSTM") ? 3 : 1, inputs);
        assertThat(calculation.gradientError(STEP)).isLessThan(5e-3);
    }
}
