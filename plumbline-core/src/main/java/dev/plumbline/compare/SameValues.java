package dev.plumbline.compare;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether two values hold the same numbers up to rounding: within 1e-4 of the largest, which is a hundred times what
 * single precision loses in a deep network and far below what any other operator or setting makes. Channels first and
 * channels last count as the same; so do two NaN.
 */
final class SameValues {
    private static final double TOLERANCE = 1e-4;

    private SameValues() {}

    static boolean of(Tensor one, Tensor other) {
        if (one.elements() != other.elements()) {
            return false;
        }
        double allowed = allowed(one, other);
        int rank = one.shape().rank();
        if (equal(one, other, identity(one.elements()), allowed)) {
            return true;
        }
        if (rank < 3 || rank != other.shape().rank()) {
            return false;
        }
        List<Integer> last = new ArrayList<>(List.of(0));
        List<Integer> first = new ArrayList<>(List.of(0, rank - 1));
        for (int axis = 2; axis < rank; axis++) {
            last.add(axis);
            first.add(axis - 1);
        }
        last.add(1);
        return isTurned(one, other, last, allowed) || isTurned(one, other, first, allowed);
    }

    /** Whether each example has the same numbers in any order. */
    static boolean inAnotherOrder(Tensor one, Tensor other) {
        if (one.elements() != other.elements() || one.length() != other.length()) {
            return false;
        }
        double allowed = allowed(one, other);
        int width = one.rowElements();
        for (int row = 0; row < one.length(); row++) {
            double[] a = sorted(one, row, width);
            double[] b = sorted(other, row, width);
            for (int i = 0; i < width; i++) {
                if (!near(a[i], b[i], allowed)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[] sorted(Tensor tensor, int row, int width) {
        double[] values = new double[width];
        for (int i = 0; i < width; i++) {
            values[i] = tensor.get(row * width + i);
        }
        java.util.Arrays.sort(values);
        return values;
    }

    private static double allowed(Tensor one, Tensor other) {
        double largest = 0;
        for (int i = 0; i < one.elements(); i++) {
            double size = Math.max(Math.abs(one.get(i)), Math.abs(other.get(i)));
            largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
        }
        return TOLERANCE * largest + 1e-7;
    }

    private static boolean isTurned(Tensor one, Tensor other, List<Integer> order, double allowed) {
        Shape shape = one.shape();
        List<Integer> sizes = order.stream().map(shape::get).toList();
        return sizes.equals(other.shape().sizes()) && equal(one, other, turned(shape, order), allowed);
    }

    /** Where in row-major {@code shape} each element lies of the same array with its axes in another order. */
    static int[] turned(Shape shape, List<Integer> order) {
        int rank = shape.rank();
        int[] strides = new int[rank];
        for (int axis = rank - 1, stride = 1; axis >= 0; stride *= shape.get(axis--)) {
            strides[axis] = stride;
        }
        int[] from = new int[Math.toIntExact(shape.elements())];
        int[] at = new int[rank];
        for (int i = 0; i < from.length; i++) {
            int offset = 0;
            for (int axis = 0; axis < rank; axis++) {
                offset += at[axis] * strides[order.get(axis)];
            }
            from[i] = offset;
            for (int axis = rank - 1; axis >= 0 && ++at[axis] == shape.get(order.get(axis)); axis--) {
                at[axis] = 0;
            }
        }
        return from;
    }

    private static int[] identity(int count) {
        int[] from = new int[count];
        java.util.Arrays.setAll(from, i -> i);
        return from;
    }

    private static boolean equal(Tensor one, Tensor other, int[] from, double allowed) {
        for (int i = 0; i < from.length; i++) {
            if (!near(one.get(from[i]), other.get(i), allowed)) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(double a, double b, double allowed) {
        return a == b || Math.abs(a - b) <= allowed || Double.isNaN(a) && Double.isNaN(b);
    }
}
