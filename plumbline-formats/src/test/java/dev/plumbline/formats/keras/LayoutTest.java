package dev.plumbline.formats.keras;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the values of a Keras variable stand in the network's parameter. */
class LayoutTest {
    private static float[] counted(int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = i;
        }
        return values;
    }

    @Test
    void aDenseKernelStandsByUnits() {
        assertThat(Layout.TRANSPOSED.target(Shape.of(2, 3))).isEqualTo(Shape.of(3, 2));
        assertThat(Layout.TRANSPOSED.apply(counted(6), Shape.of(2, 3))).containsExactly(0, 3, 1, 4, 2, 5);
    }

    @Test
    void aConvolutionKernelStandsByFiltersThenInputsThenPlaces() {
        Shape keras = Shape.of(2, 3, 4, 5);
        Layout layout = Layout.convolution(2);
        float[] moved = layout.apply(counted(120), keras);
        assertThat(layout.target(keras)).isEqualTo(Shape.of(5, 4, 2, 3));
        // filter 4, input 3, row 1, column 2 was at row 1, column 2, input 3, filter 4
        assertThat(moved[4 * 24 + 3 * 6 + 1 * 3 + 2]).isEqualTo(1 * 60 + 2 * 20 + 3 * 5 + 4);
        assertThat(moved[1 * 24 + 2 * 6 + 0 * 3 + 1]).isEqualTo(0 * 60 + 1 * 20 + 2 * 5 + 1);
    }

    @Test
    void aDepthwiseKernelHasAFilterForEachChannelAndMultiple() {
        Shape keras = Shape.of(3, 3, 2, 4);
        Layout layout = Layout.depthwise(keras);
        float[] moved = layout.apply(counted(72), keras);
        assertThat(layout.target(keras)).isEqualTo(Shape.of(8, 1, 3, 3));
        // channel 1, multiple 2, row 2, column 0
        assertThat(moved[(1 * 4 + 2) * 9 + 2 * 3]).isEqualTo(2 * 24 + 0 * 8 + 1 * 4 + 2);
    }

    @Test
    void axesOfAConstraintFollowTheKernel() {
        assertThat(Layout.TRANSPOSED.axes(List.of(0), 2)).containsExactly(1);
        assertThat(Layout.convolution(2).axes(List.of(0, 1, 2), 4)).containsExactly(2, 3, 1);
        assertThat(Layout.depthwise(Shape.of(3, 3, 2, 4)).axes(List.of(0, 2), 4))
                .containsExactly(2, -1);
    }
}
