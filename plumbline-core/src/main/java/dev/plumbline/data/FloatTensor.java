package dev.plumbline.data;

import java.util.Arrays;

/**
 * A {@link Tensor} of 32-bit floats. NaN and infinities are kept as they are.
 *
 * @param values row-major, as many as the shape has elements
 */
@SuppressWarnings("ArrayRecordComponent") // identity is by content, see equals
public record FloatTensor(float[] values, Shape shape) implements Tensor {
    public FloatTensor {
        if (shape.elements() != values.length) {
            throw new IllegalArgumentException(
                    "expected " + shape.elements() + " values for shape " + shape + ", found " + values.length);
        }
    }

    /** A tensor over the given values. */
    public static FloatTensor of(float[] values, int... sizes) {
        return new FloatTensor(values, Shape.of(sizes));
    }

    @Override
    public DType dtype() {
        return DType.FLOAT32;
    }

    @Override
    public double get(int offset) {
        return values[offset];
    }

    @Override
    public FloatTensor rows(int[] indices) {
        int width = rowElements();
        float[] picked = new float[Math.multiplyExact(indices.length, width)];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * width, picked, i * width, width);
        }
        return new FloatTensor(picked, shape.withoutFirst().prepend(indices.length));
    }

    @Override
    public FloatTensor reshape(Shape other) {
        return new FloatTensor(values, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FloatTensor that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "float32" + shape;
    }
}
