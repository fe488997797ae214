package dev.plumbline.cli.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DoubleTensor;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTest {
    /** Element (i, j, k) is 100 i + 10 j + k. */
    private static final Tensor CUBE = cube();

    private static Tensor cube() {
        float[] values = new float[2 * 3 * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = 100 * (i / 12) + 10 * (i / 4 % 3) + i % 4;
        }
        return FloatTensor.of(values, 2, 3, 4);
    }

    private static Tensor expected(Shape shape, double... values) {
        return new DoubleTensor(values, shape);
    }

    @Test
    void it_takes_what_numpy_takes() {
        assertThat(Slice.parse("[1]").of(CUBE).shape()).isEqualTo(Shape.of(3, 4));
        assertThat(Slice.parse("[1, 2, 3]").of(CUBE)).isEqualTo(expected(Shape.of(), 123));
        assertThat(Slice.parse("[..., -1]").of(CUBE)).isEqualTo(expected(Shape.of(2, 3), 3, 13, 23, 103, 113, 123));
        assertThat(Slice.parse("[0, 1:, ::2]").of(CUBE)).isEqualTo(expected(Shape.of(2, 2), 10, 12, 20, 22));
        assertThat(Slice.parse("[1, ..., :1]").of(CUBE)).isEqualTo(expected(Shape.of(3, 1), 100, 110, 120));
        assertThat(Slice.parse("[0, -1, 1:-1]").of(CUBE)).isEqualTo(expected(Shape.of(2), 21, 22));
        assertThat(Slice.parse("[0, 0, 2:99]").of(CUBE)).isEqualTo(expected(Shape.of(2), 2, 3));
        assertThat(Slice.parse("[0, 0, 3:1]").of(CUBE)).isEqualTo(expected(Shape.of(0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[2] | an index below 2 on axis 0",
                "[0, 0, -5] | an index below 4 on axis 2",
                "[0, 0, 0, 0] | no more than one item for each of 3 axes",
                "[a] | one like [0, :3]",
                "[0 | one like [0, :3]",
                "[] | one like [0, :3]",
                "[..., ...] | one like [0, :3]",
                "[::0] | one like [0, :3]",
                "[99999999999] | one like [0, :3]"
            })
    void what_it_cannot_take_costs_one_line(String slice, String expected) {
        assertThatThrownBy(() -> Slice.parse(slice).of(CUBE))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(expected)
                .hasMessageContaining(slice);
    }
}
