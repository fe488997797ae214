package dev.plumbline.data;

import java.util.Arrays;

/**
 * A {@link Tensor} of 64-bit floating point numbers: constants that a float32 would round.
 *
 * @param values row-major, as many as the shape has elements
 */
@SuppressWarnings("ArrayRecordComponent") // identity is by content, see equals
public record DoubleTensor(double[] values, Shape shape) implements Tensor {
    public DoubleTensor {
        if (shape.elements() != values.length) {
            throw new IllegalArgumentException(
                    "expected " + shape.elements() + " values for shape " + shape + ", found " + values.length);
        }
    }

    /** A tensor over the given values. */
    public static DoubleTensor of(double[] values, int... sizes) {
        return new DoubleTensor(values, Shape.of(sizes));
    }

    @Override
    public DType dtype() {
        return DType.FLOAT64;
    }

    @Override
    public double get(int offset) {
        return values[offset];
    }

    @Override
    public DoubleTensor rows(int[] indices) {
        int width = rowElements();
        double[] picked = new double[Math.multiplyExact(indices.length, width)];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * width, picked, i * width, width);
        }
        return new DoubleTensor(picked, shape.withoutFirst().prepend(indices.length));
    }

    @Override
    public DoubleTensor reshape(Shape other) {
        return new DoubleTensor(values, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DoubleTensor that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "float64" + shape;
    }
}
