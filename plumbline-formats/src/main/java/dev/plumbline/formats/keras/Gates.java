package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import java.util.List;

/**
 * How the gates of a recurrent variable, which Keras has side by side in the last axis, stand in an ONNX operator's
 * parameter: one block of rows after the other, in ONNX's order, under an axis of size 1 for the direction.
 *
 * @param order which of Keras's gates comes where in ONNX's
 * @param matrix whether it is a kernel (inputs, gates x units), which becomes (1, gates x units, inputs), rather than
 *     biases, which become (1, all)
 */
record Gates(List<Integer> order, boolean matrix) implements Layout {
    /** Keras has input, forget, cell, output; ONNX input, output, forget, cell. */
    static final List<Integer> LSTM = List.of(0, 3, 1, 2);

    /** Both have update, reset, hidden. */
    static final List<Integer> GRU = List.of(0, 1, 2);

    static final List<Integer> SIMPLE = List.of(0);

    Gates {
        order = List.copyOf(order);
    }

    @Override
    public Shape target(Shape keras) {
        return matrix ? Shape.of(1, keras.get(1), keras.get(0)) : Shape.of(1, Math.toIntExact(keras.elements()));
    }

    @Override
    public float[] apply(float[] values, Shape keras) {
        int columns = keras.get(-1);
        int units = columns / order.size();
        int rows = values.length / columns;
        float[] result = new float[values.length];
        for (int column = 0; column < columns; column++) {
            int from = order.get(column / units) * units + column % units;
            for (int row = 0; row < rows; row++) {
                int to = matrix ? column * rows + row : row * columns + column;
                result[to] = values[row * columns + from];
            }
        }
        return result;
    }

    @Override
    public List<Integer> axes(List<Integer> keras, int rank) {
        return keras.stream()
                .map(axis -> axis < 0 ? axis + rank : axis)
                .map(axis -> !matrix ? 1 : axis == 0 ? 2 : 1)
                .toList();
    }
}
