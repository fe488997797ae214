package dev.plumbline.formats;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A NumPy array, in the bytes in which it was stored, the last axis running fastest.
 *
 * @param data as many bytes as type and shape need
 */
record NdArray(NpyType type, Shape shape, ByteBuffer data) {
    /** An array over bytes of a file, which are put into row-major order if they are in the other. */
    static NdArray of(NpyHeader header, byte[] bytes) {
        byte[] ordered = header.fortran() && header.shape().rank() > 1
                ? rowMajor(header.shape(), header.type().bytes(), bytes)
                : bytes;
        return new NdArray(
                header.type(),
                header.shape(),
                ByteBuffer.wrap(ordered).order(header.type().order()));
    }

    /** The number of examples; 0 for a single number. */
    int rows() {
        return shape.rank() == 0 ? 0 : shape.get(0);
    }

    /** The element at a row-major index. */
    double number(int index) {
        return type.number(data, index * type.bytes());
    }

    /** The same numbers; whole ones as 64-bit integers, others as 32-bit floats. */
    Tensor tensor() {
        int count = Math.toIntExact(shape.elements());
        if (type.isInteger() || type.isBoolean()) {
            long[] values = new long[count];
            Arrays.setAll(values, i -> (long) number(i));
            return new LongTensor(values, shape);
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) number(i);
        }
        return new FloatTensor(values, shape);
    }

    /** The element at a row-major index, as the name of a class. */
    String text(int index) {
        if (type.isText()) {
            return type.text(data, index * type.bytes());
        }
        return type.isBoolean() ? String.valueOf(number(index) != 0) : CellText.of(number(index));
    }

    private static byte[] rowMajor(Shape shape, int size, byte[] columnMajor) {
        int[] sizes = shape.toArray();
        int rank = sizes.length;
        int[] stride = new int[rank];
        for (int axis = 0, step = size; axis < rank; axis++) {
            stride[axis] = step;
            step *= sizes[axis];
        }
        byte[] ordered = new byte[columnMajor.length];
        int[] index = new int[rank];
        int from = 0;
        for (int to = 0; to < ordered.length; to += size) {
            System.arraycopy(columnMajor, from, ordered, to, size);
            for (int axis = rank - 1; axis >= 0; axis--) {
                from += stride[axis];
                if (++index[axis] < sizes[axis]) {
                    break;
                }
                from -= stride[axis] * sizes[axis];
                index[axis] = 0;
            }
        }
        return ordered;
    }
}
