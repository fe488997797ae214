package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

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
                node("Concat", none, x, x),
                node("Gather", none, Calculation.random(6, 4, 2), LongTensor.of(new long[] {3, 1, 3}, 3)),
                node(
                        "LSTM",
                        none.with("layout", 1),
                        Calculation.random(7, 2, 3, 2),
                        Calculation.random(8, 1, 8, 2),
                        Calculation.random(9, 1, 8, 2),
                        Calculation.random(10, 1, 16)));
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
