package dev.plumbline.data;

import java.util.Arrays;

/**
 * A {@link Tensor} of 64-bit integers: class numbers, token numbers.
 *
 * @param values row-major, as many as the shape has elements
 */
@SuppressWarnings("ArrayRecordComponent") // identity is by content, see equals
public record LongTensor(long[] values, Shape shape) implements Tensor {
    public LongTensor {
        if (shape.elements() != values.length) {
            throw new IllegalArgumentException(
                    "expected " + shape.elements() + " values for shape " + shape + ", found " + values.length);
        }
    }

    /** A tensor over the given values. */
    public static LongTensor of(long[] values, int... sizes) {
        return new LongTensor(values, Shape.of(sizes));
    }

    @Override
    public DType dtype() {
        return DType.INT64;
    }

    @Override
    public double get(int offset) {
        return values[offset];
    }

    @Override
    public LongTensor rows(int[] indices) {
        int width = rowElements();
        long[] picked = new long[Math.multiplyExact(indices.length, width)];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * width, picked, i * width, width);
        }
        return new LongTensor(picked, shape.withoutFirst().prepend(indices.length));
    }

    @Override
    public LongTensor reshape(Shape other) {
        return new LongTensor(values, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LongTensor that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "int64" + shape;
    }
}
