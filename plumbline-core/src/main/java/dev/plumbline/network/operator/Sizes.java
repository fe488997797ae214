package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** Arithmetic on the sizes of axes: numbers, multiples of the batch, or unknown ({@link Shape}). */
final class Sizes {
    private Sizes() {}

    static int plus(int a, int b) {
        return apply(a, b, BatchArithmetic::add);
    }

    static int times(int a, int b) {
        return a == 0 || b == 0 ? 0 : apply(a, b, BatchArithmetic::multiply);
    }

    /** All together: the size of an axis into which these are merged. */
    static int product(List<Integer> sizes) {
        int product = 1;
        for (int size : sizes) {
            product = times(product, size);
        }
        return sizes.contains(0) ? 0 : product;
    }

    /** The size of which both are: an unknown one may be any. @throws ShapeFault if they differ */
    static int same(int a, int b, Shape left, Shape right) {
        if (a != b && a != Shape.UNKNOWN && b != Shape.UNKNOWN) {
            throw new ShapeFault("equal sizes, " + left, right.toString());
        }
        return a == Shape.UNKNOWN ? b : a;
    }

    /** So many axes of which nothing is known. */
    static Shape unknown(int rank) {
        return new Shape(Collections.nCopies(rank, Shape.UNKNOWN));
    }

    /** The shape with one axis of another size. */
    static Shape with(Shape shape, int axis, int size) {
        List<Integer> sizes = new ArrayList<>(shape.sizes());
        sizes.set(axis, size);
        return new Shape(sizes);
    }

    private static int apply(int a, int b, WholeOperation operation) {
        if (a == Shape.UNKNOWN || b == Shape.UNKNOWN) {
            return Shape.UNKNOWN;
        }
        OptionalLong result = operation.apply(BatchCount.ofSize(a), BatchCount.ofSize(b));
        return result.isEmpty() ? Shape.UNKNOWN : BatchCount.toSize(result.getAsLong());
    }
}
