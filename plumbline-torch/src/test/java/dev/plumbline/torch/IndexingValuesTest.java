package dev.plumbline.torch;

import static dev.plumbline.torch.OneNode.floats;
import static dev.plumbline.torch.OneNode.grid;
import static dev.plumbline.torch.OneNode.scalar;
import static dev.plumbline.torch.OneNode.wholes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values picked, placed, cut and found; expected ones from the ONNX specification's examples or by hand. */
class IndexingValuesTest {
    private static final Attributes NONE = Attributes.none();
    private static final FloatTensor TABLE = grid(3, 1f, 2, 3, 4, 5, 6);

    @Test
    void gather_takes_positions_from_the_end_and_drops_an_axis_for_a_single_one() {
        assertThat(new OneNode("Gather")
                        .fed(TABLE)
                        .fed(wholes(-1, 0), DType.INT32)
                        .output())
                .isEqualTo(grid(2, 5f, 6, 1, 2));
        assertThat(new OneNode("Gather", NONE.with("axis", 1))
                        .batch(TABLE)
                        .held(scalar(-1), DType.INT64)
                        .output())
                .isEqualTo(floats(2, 4, 6));
        assertThat(new OneNode("Gather", NONE.with("axis", 1))
                        .fed(TABLE)
                        .fed(grid(2, 1L, -2))
                        .output()
                        .shape())
                .isEqualTo(Shape.of(3, 2, 1));
    }

    @Test
    void gather_elements_and_nd_pick_single_places() {
        assertThat(new OneNode("GatherElements", NONE.with("axis", 1))
                        .fed(TABLE)
                        .fed(grid(3, 1L, 0, -1))
                        .output())
                .isEqualTo(grid(3, 2f, 3, 6));
        assertThat(new OneNode("GatherND").fed(TABLE).fed(grid(2, 0L, 0, -1, 1)).output())
                .isEqualTo(floats(1, 6));
        assertThat(new OneNode("GatherND", NONE.with("batch_dims", 1))
                        .batch(TABLE)
                        .fed(grid(3, 1L, 0, 1))
                        .output())
                .isEqualTo(floats(2, 3, 6));
    }

    @Test
    void scattering_writes_adds_and_multiplies_without_touching_its_input() {
        FloatTensor zeros = grid(3, 0f, 0, 0, 0, 0, 0);
        LongTensor places = grid(1, 2L, -3);
        FloatTensor updates = grid(1, 7f, 8);
        assertThat(new OneNode("ScatterElements")
                        .fed(zeros)
                        .fed(places)
                        .fed(updates)
                        .output())
                .isEqualTo(grid(3, 0f, 8, 0, 0, 7, 0));
        assertThat(new OneNode("ScatterElements", NONE.with("reduction", "mul"))
                        .fed(TABLE)
                        .fed(places)
                        .fed(updates)
                        .output())
                .isEqualTo(grid(3, 1f, 16, 3, 4, 35, 6));
        LongTensor twice = LongTensor.of(new long[] {1, 1}, 2, 1);
        FloatTensor rows = grid(2, 1f, 2, 10, 20);
        assertThat(new OneNode("ScatterND", NONE.with("reduction", "add"))
                        .fed(TABLE)
                        .fed(twice)
                        .fed(rows)
                        .output())
                .isEqualTo(grid(3, 1f, 2, 14, 26, 5, 6));
        assertThat(new OneNode("ScatterND", NONE.with("reduction", "max"))
                        .fed(TABLE)
                        .fed(twice)
                        .fed(rows)
                        .output())
                .isEqualTo(grid(3, 1f, 2, 10, 20, 5, 6));
        assertThat(zeros).isEqualTo(grid(3, 0f, 0, 0, 0, 0, 0));
    }

    @Test
    void a_cache_is_written_from_each_examples_own_step_on() {
        FloatTensor cache = FloatTensor.of(new float[8], 2, 4, 1);
        FloatTensor update = FloatTensor.of(new float[] {1, 2, 3, 4}, 2, 2, 1);
        Tensor out = new OneNode("TensorScatter", NONE.with("mode", "circular"))
                .fed(cache)
                .fed(update)
                .fed(wholes(1, 3))
                .output();
        assertThat(out).isEqualTo(FloatTensor.of(new float[] {0, 1, 2, 0, 4, 0, 0, 3}, 2, 4, 1));
    }

    @Test
    void slices_step_backwards_and_stop_at_the_edge() {
        FloatTensor x = floats(0, 1, 2, 3, 4);
        assertThat(new OneNode("Slice")
                        .batch(x)
                        .held(-1)
                        .held(-100)
                        .held(0)
                        .held(-2)
                        .output())
                .isEqualTo(floats(4, 2, 0));
        assertThat(new OneNode("Slice").fed(x).held(3).held(0).held(0).held(-1).output())
                .isEqualTo(floats(3, 2, 1));
        assertThat(new OneNode("Slice")
                        .fed(x)
                        .held(1)
                        .held(Long.MAX_VALUE)
                        .held(-1)
                        .held(2)
                        .output())
                .isEqualTo(floats(1, 3));
        assertThat(new OneNode("Slice").fed(x).fed(wholes(1)).fed(wholes(3)).output())
                .isEqualTo(floats(1, 2));
    }

    @Test
    void padding_repeats_mirrors_wraps_or_cuts() {
        FloatTensor x = grid(1, 1f, 2, 3);
        assertThat(new OneNode("Pad").batch(x).held(0, 1, 0, -1).output()).isEqualTo(grid(1, 0f, 1, 2));
        assertThat(pad("edge", x)).isEqualTo(grid(1, 1f, 1, 1, 2, 3, 3));
        assertThat(pad("reflect", x)).isEqualTo(grid(1, 3f, 2, 1, 2, 3, 2));
        assertThat(pad("wrap", x)).isEqualTo(grid(1, 2f, 3, 1, 2, 3, 1));
        FloatTensor value = floats(9);
        assertThat(new OneNode("Pad")
                        .fed(x)
                        .held(1, 0)
                        .held(value, DType.FLOAT32)
                        .held(1)
                        .output())
                .isEqualTo(grid(1, 9f, 1, 2, 3));
    }

    private static Tensor pad(String mode, FloatTensor x) {
        return new OneNode("Pad", NONE.with("mode", mode))
                .batch(x)
                .held(0, 2, 0, 1)
                .output();
    }

    @Test
    void top_k_gives_the_first_of_equals_first() {
        List<Tensor> top =
                new OneNode("TopK").batch(grid(2, 1f, 4, 4, 2, 3, 9)).held(2).outputs(2);
        assertThat(top).containsExactly(grid(2, 4f, 4, 9, 3), grid(2, 1L, 2, 2, 1));
        assertThat(new OneNode(
                                "ArgMax",
                                NONE.with("axis", 1).with("keepdims", 0).with("select_last_index", 1))
                        .batch(grid(2, 1f, 4, 4, 2, 3, 9))
                        .output())
                .isEqualTo(wholes(2, 2));
    }

    @Test
    void unique_values_come_sorted_or_as_they_first_appear() {
        FloatTensor x = floats(2, 1, 1, 3, 4, 3);
        assertThat(new OneNode("Unique").fed(x).outputs(4))
                .containsExactly(floats(1, 2, 3, 4), wholes(1, 0, 3, 4), wholes(1, 0, 0, 2, 3, 2), wholes(2, 1, 2, 1));
        assertThat(new OneNode("Unique", NONE.with("sorted", 0)).fed(x).outputs(4))
                .containsExactly(floats(2, 1, 3, 4), wholes(0, 1, 3, 4), wholes(0, 1, 1, 2, 3, 2), wholes(1, 2, 2, 1));
    }

    @Test
    void one_hot_leaves_what_is_out_of_range_off() {
        assertThat(new OneNode("OneHot")
                        .fed(wholes(1, -1, 5))
                        .held(3)
                        .held(floats(-1, 1), DType.FLOAT32)
                        .output())
                .isEqualTo(grid(3, -1f, 1, -1, -1, -1, 1, -1, -1, -1));
    }

    @Test
    void each_example_is_reversed_up_to_its_own_length() {
        assertThat(new OneNode("ReverseSequence", NONE.with("batch_axis", 0).with("time_axis", 1))
                        .fed(grid(2, 1f, 2, 3, 4, 5, 6))
                        .fed(wholes(2, 3))
                        .output())
                .isEqualTo(grid(2, 2f, 1, 3, 6, 5, 4));
    }

    @Test
    void what_is_kept_and_what_is_found_depends_on_the_values() {
        assertThat(new OneNode("Compress", NONE.with("axis", 0))
                        .fed(TABLE)
                        .fed(wholes(0, 1), DType.BOOL)
                        .output())
                .isEqualTo(grid(1, 3f, 4));
        assertThat(new OneNode("NonZero").fed(grid(2, 0f, 1, 2, 0)).output()).isEqualTo(grid(2, 0L, 1, 1, 0));
        assertThat(new OneNode("Trilu", NONE.with("upper", 0))
                        .fed(grid(2, 1f, 2, 3, 4))
                        .output())
                .isEqualTo(grid(2, 1f, 0, 3, 4));
    }

    @Test
    void sizes_of_a_batch_are_found_when_it_runs() {
        assertThat(new OneNode("Shape").batch(TABLE).output()).isEqualTo(wholes(3, 2));
        assertThat(new OneNode("Size").batch(TABLE).output()).isEqualTo(scalar(6));
        assertThat(new OneNode("Range")
                        .fed(scalar(5))
                        .fed(scalar(0))
                        .fed(scalar(-2))
                        .output())
                .isEqualTo(wholes(5, 3, 1));
        assertThat(new OneNode("EyeLike", NONE.with("k", 1))
                        .fed(grid(2, 0f, 0, 0, 0))
                        .output())
                .isEqualTo(grid(2, 0f, 1, 0, 0));
        assertThat(new OneNode("Expand").fed(floats(1, 2)).fed(wholes(2, 1)).output())
                .isEqualTo(grid(2, 1f, 2, 1, 2));
    }

    @Test
    void blocks_of_pixels_become_channels_and_back() {
        FloatTensor pixels = FloatTensor.of(new float[] {0, 1, 2, 3, 4, 5, 6, 7}, 1, 2, 2, 2);
        Tensor deep = new OneNode("SpaceToDepth", NONE.with("blocksize", 2))
                .batch(pixels)
                .output();
        assertThat(deep).isEqualTo(FloatTensor.of(new float[] {0, 4, 1, 5, 2, 6, 3, 7}, 1, 8, 1, 1));
        assertThat(new OneNode("DepthToSpace", NONE.with("blocksize", 2))
                        .batch(deep)
                        .output())
                .isEqualTo(pixels);
    }
}
