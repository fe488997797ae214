package dev.plumbline.data;

/**
 * An array of numbers with a shape, row-major, in Java's memory. Axis 0 runs over examples where a split holds it.
 *
 * <p>The backing arrays are handed out without a copy, because data sets are large; who writes into one breaks every
 * fingerprint taken of it.
 */
public sealed interface Tensor permits FloatTensor, LongTensor, DoubleTensor {
    /** Sizes of the axes; none is {@link Shape#BATCH}. */
    Shape shape();

    /** The element type. */
    DType dtype();

    /** The element at a row-major offset, as a double. */
    double get(int offset);

    /** The rows (axis 0) of the given indices, in that order, copied. */
    Tensor rows(int[] indices);

    /** The same elements seen with other sizes. */
    Tensor reshape(Shape shape);

    /** The number of elements. */
    default int elements() {
        return Math.toIntExact(shape().elements());
    }

    /** The size of axis 0: the number of examples. */
    default int length() {
        return shape().get(0);
    }

    /** Elements in one row (axis 0). */
    default int rowElements() {
        return Math.toIntExact(shape().withoutFirst().elements());
    }
}
