package dev.plumbline.torch;

import static dev.plumbline.torch.OneNode.floats;
import static dev.plumbline.torch.OneNode.grid;
import static dev.plumbline.torch.OneNode.wholes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReductionValuesTest {
    private static final Attributes DROPPED = Attributes.none().with("keepdims", 0);
    private static final FloatTensor X = grid(2, 1f, -2, 3, 4, 0.5f, -6);

    static Stream<Arguments> reductions() {
        return Stream.of(
                Arguments.of("ReduceSum", new double[] {2, -1.5}),
                Arguments.of("ReduceMean", new double[] {2 / 3d, -0.5}),
                Arguments.of("ReduceMax", new double[] {3, 4}),
                Arguments.of("ReduceMin", new double[] {-2, -6}),
                Arguments.of("ReduceProd", new double[] {-6, -12}),
                Arguments.of("ReduceL1", new double[] {6, 10.5}),
                Arguments.of("ReduceL2", new double[] {Math.sqrt(14), Math.sqrt(52.25)}),
                Arguments.of("ReduceSumSquare", new double[] {14, 52.25}),
                Arguments.of("ReduceLogSumExp", new double[] {
                    Math.log(Math.exp(1) + Math.exp(-2) + Math.exp(3)),
                    Math.log(Math.exp(4) + Math.exp(0.5) + Math.exp(-6))
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reductions")
    void a_reduction_agrees_with_its_formula(String operator, double[] expected) {
        FloatTensor out =
                (FloatTensor) new OneNode(operator, DROPPED).batch(X).held(-1).output();
        assertThat(out.shape()).isEqualTo(Shape.of(2));
        assertThat(out.get(0)).isCloseTo(expected[0], within(1e-5));
        assertThat(out.get(1)).isCloseTo(expected[1], within(1e-5));
    }

    @Test
    void the_logarithm_of_a_sum_is_taken_after_it() {
        FloatTensor out = (FloatTensor)
                new OneNode("ReduceLogSum").fed(grid(2, 1f, 3, 2, 5)).held(0).output();
        assertThat(out.values()).containsExactly(new float[] {1.0986123f, 2.0794415f}, within(1e-6f));
        assertThat(out.shape()).isEqualTo(Shape.of(1, 2));
    }

    @Test
    void axes_may_be_known_only_when_it_runs_and_no_axes_are_all_or_none() {
        assertThat(new OneNode("ReduceSum").fed(X).fed(wholes(0)).output()).isEqualTo(grid(1, 5f, -1.5f, -3));
        assertThat(new OneNode("ReduceProd", DROPPED).fed(X).output())
                .isEqualTo(new FloatTensor(new float[] {72}, Shape.of()));
        assertThat(new OneNode("ReduceSum", Attributes.none().with("noop_with_empty_axes", 1))
                        .fed(X)
                        .output())
                .isEqualTo(X);
    }

    @Test
    void whole_numbers_and_truths_stay_what_they_are() {
        assertThat(new OneNode("ReduceSum", DROPPED)
                        .fed(grid(2, 1L, 2, 3, 4), DType.INT32)
                        .held(1)
                        .output())
                .isEqualTo(wholes(3, 7));
        assertThat(new OneNode("ReduceMax", DROPPED)
                        .fed(grid(2, 0L, 1, 0, 0), DType.BOOL)
                        .held(1)
                        .output())
                .isEqualTo(wholes(1, 0));
        assertThat(new OneNode("ReduceMean", DROPPED)
                        .fed(grid(1, 1L, 2, 5))
                        .held(1)
                        .output())
                .isEqualTo(wholes(2));
    }

    @Test
    void of_nothing_the_sum_is_zero_and_the_greatest_lower_than_all() {
        FloatTensor nothing = FloatTensor.of(new float[0], 2, 0);
        assertThat(new OneNode("ReduceSum", DROPPED).fed(nothing).held(1).output())
                .isEqualTo(floats(0, 0));
        assertThat(new OneNode("ReduceMax", DROPPED).fed(nothing).held(1).output())
                .isEqualTo(floats(Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY));
    }
}
