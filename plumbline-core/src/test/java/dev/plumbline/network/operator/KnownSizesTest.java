package dev.plumbline.network.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.Node;
import dev.plumbline.network.ValueType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Graphs that compute sizes, as exporters write them for a batch of any size. */
class KnownSizesTest {
    private static final Attributes NONE = Attributes.none();
    private final NetworkBuilder builder = new NetworkBuilder(Operators.standard());

    @BeforeEach
    void an_input_of_12_steps_of_8_features() {
        builder.input("x", ValueType.floats(Shape.of(12, 8).batched()));
        builder.layer("layer", "Layer", true);
    }

    private String scalar(String name, long value) {
        return builder.constant(name, new LongTensor(new long[] {value}, Shape.of()), DType.INT64);
    }

    private String size(int axis) {
        String all = builder.node("Shape", NONE, "x");
        return builder.node("Gather", NONE, all, scalar("axis" + axis, axis));
    }

    private long[] known(String value) {
        Tensor tensor = builder.known(value).orElseThrow();
        return ((LongTensor) tensor).values();
    }

    @Test
    void a_target_put_together_from_the_inputs_own_sizes_reshapes_for_any_batch() {
        String zero = builder.constant("zero", 0);
        String batch = builder.node("Unsqueeze", NONE, size(0), zero);
        String steps = builder.node("Unsqueeze", NONE, size(1), zero);
        String heads = builder.constant("heads", 2, -1);
        String target = builder.node("Concat", NONE.with("axis", 0), batch, steps, heads);
        assertThat(builder.shape(builder.node("Reshape", NONE, "x", target)))
                .isEqualTo(Shape.of(Shape.BATCH, 12, 2, 4));
    }

    @Test
    void batch_and_heads_merge_into_a_multiple_of_the_batch_and_come_apart_again() {
        String merged = builder.node("Mul", NONE, size(0), scalar("twelve", 12));
        String target = builder.node(
                "Concat",
                NONE.with("axis", 0),
                builder.node("Unsqueeze", NONE, merged, builder.constant("zero", 0)),
                builder.constant("rest", 8));
        String rows = builder.node("Reshape", NONE, "x", target);
        assertThat(builder.shape(rows)).isEqualTo(Shape.of(-12, 8));
        String back = builder.node("Div", NONE, merged, scalar("six", 6));
        assertThat(known(back)).containsExactly(BatchCount.of(2));
        String apart = builder.constant("apart", -1, 12, 8);
        assertThat(builder.shape(builder.node("Reshape", NONE, rows, apart))).isEqualTo(Shape.of(Shape.BATCH, 12, 8));
    }

    @Test
    void what_depends_on_the_number_of_examples_is_not_taken_for_known() {
        String batch = size(0);
        assertThat(builder.known(builder.node("Add", NONE, batch, scalar("one", 1))))
                .isEmpty();
        assertThat(builder.known(builder.node("Div", NONE, batch, scalar("two", 2))))
                .isEmpty();
        assertThat(builder.known(builder.node("Less", NONE, batch, scalar("five", 5))))
                .isEmpty();
        assertThat(known(builder.node("Less", NONE, batch, scalar("first", 1)))).containsExactly(0);
        assertThat(known(builder.node("Equal", NONE, batch, scalar("open", -1))))
                .containsExactly(0);
        assertThat(known(builder.node("Max", NONE, batch, scalar("none", 0)))).containsExactly(BatchCount.of(1));
    }

    @Test
    void a_target_with_minus_ones_is_expanded_as_pytorch_means_it() {
        String shape = builder.constant("shape", -1, 12, -1);
        String ones = builder.node(
                "ConstantOfShape",
                NONE.withAny("value", LongTensor.of(new long[] {1}, 1)),
                builder.constant("rank", 3));
        String target = builder.node(
                "Where", NONE, builder.node("Equal", NONE, shape, builder.constant("open", -1)), ones, shape);
        assertThat(known(target)).containsExactly(1, 12, 1);
        assertThat(builder.shape(builder.node("Expand", NONE, "x", target))).isEqualTo(Shape.of(Shape.BATCH, 12, 8));
    }

    @Test
    void positions_count_up_to_a_size_of_the_input() {
        String zero = scalar("zero", 0);
        String one = scalar("one", 1);
        assertThat(known(builder.node("Range", NONE, zero, size(2), one))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        String examples = builder.node("Range", NONE, zero, size(0), one);
        assertThat(builder.shape(examples)).isEqualTo(Shape.of(Shape.BATCH));
        assertThat(builder.known(examples)).isEmpty();
    }

    @Test
    void arithmetic_on_sizes_is_that_of_whole_numbers() {
        String sizes = builder.node("Shape", NONE.with("start", 1), "x");
        assertThat(known(builder.node("ReduceProd", NONE.with("keepdims", 0), sizes)))
                .containsExactly(96);
        assertThat(known(builder.node(
                        "Slice", NONE, sizes, builder.constant("from", -1), builder.constant("to", 1 << 30))))
                .containsExactly(8);
        assertThat(known(builder.node("Mod", NONE, builder.node("Neg", NONE, sizes), builder.constant("by", 5))))
                .containsExactly(3, 2);
        assertThat(known(builder.node("Div", NONE, builder.node("Neg", NONE, sizes), builder.constant("d", 5))))
                .containsExactly(-2, -1);
        assertThat(known(builder.node("Tile", NONE, sizes, builder.constant("twice", 2))))
                .containsExactly(12, 8, 12, 8);
        Node parts = builder.node("Split", NONE.with("num_outputs", 2), 2, sizes);
        assertThat(known(parts.outputs().get(1))).containsExactly(8);
    }

    @Test
    void casting_keeps_a_size_and_wraps_what_does_not_fit() {
        String batch = builder.node("Cast", NONE.with("to", 6), size(0));
        assertThat(known(batch)).containsExactly(BatchCount.of(1));
        String wide = builder.constant("wide", 300, -1);
        assertThat(known(builder.node("Cast", NONE.with("to", 2), wide))).containsExactly(44, 255);
        assertThat(builder.type(builder.node("Cast", NONE.with("to", 1), "x")).dtype())
                .isEqualTo(DType.FLOAT32);
    }

    @Test
    void values_that_are_not_zero_are_found_beforehand_where_they_are_known() {
        String mask = builder.constant("mask", new LongTensor(new long[] {0, 1, 1, 0}, Shape.of(2, 2)), DType.BOOL);
        String found = builder.node("NonZero", NONE, mask);
        assertThat(builder.shape(found)).isEqualTo(Shape.of(2, 2));
        assertThat(known(found)).containsExactly(0, 1, 1, 0);
        assertThat(builder.shape(builder.node("NonZero", NONE, "x"))).isEqualTo(Shape.of(3, Shape.UNKNOWN));
    }

    @Test
    void slices_of_the_batch_keep_it_only_where_they_take_all_of_it() {
        String zero = builder.constant("zero", 0);
        String far = builder.constant("far", 1 << 30);
        String two = builder.constant("two", 2);
        assertThat(builder.shape(builder.node("Slice", NONE, "x", zero, far, zero)))
                .isEqualTo(builder.shape("x"));
        assertThat(builder.shape(builder.node("Slice", NONE, "x", zero, two, zero)))
                .isEqualTo(Shape.of(Shape.UNKNOWN, 12, 8));
        assertThat(builder.shape(builder.node("Slice", NONE, "x", zero, two, builder.constant("last", -1))))
                .isEqualTo(Shape.of(Shape.BATCH, 12, 2));
    }

    @Test
    void a_node_that_does_not_fit_says_what_it_expected() {
        String five = builder.constant("five", 5, 7);
        assertThatThrownBy(() -> builder.node("Reshape", NONE, "x", five))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("96 elements an example, as (N, 12, 8) has");
        assertThatThrownBy(() -> builder.node("And", NONE, "x", "x"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("expected bool values, found float32(N, 12, 8)");
        assertThatThrownBy(() -> builder.node("Squeeze", NONE, "x", builder.constant("two", 2)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("size 1 on axis 2");
    }

    @Test
    void unknown_sizes_broadcast_to_what_they_can_be() {
        Shape unknown = Shape.of(Shape.UNKNOWN, 1);
        assertThat(Broadcast.of(unknown, Shape.of(4, 3))).isEqualTo(Shape.of(4, 3));
        assertThat(Broadcast.of(unknown, Shape.of(1, 3))).isEqualTo(Shape.of(Shape.UNKNOWN, 3));
        assertThat(Sizes.product(List.of(Shape.BATCH, 3))).isEqualTo(-3);
        assertThat(Sizes.product(List.of(Shape.BATCH, Shape.BATCH))).isEqualTo(Shape.UNKNOWN);
    }
}
