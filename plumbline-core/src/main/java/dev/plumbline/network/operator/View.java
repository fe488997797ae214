package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Where the elements of a tensor lie when it is seen with other sizes: broadcast, in another order of axes, or every
 * second one.
 *
 * @param offset of the first element
 * @param sizes of the axes as they are seen
 * @param strides how far apart neighbours of each axis lie
 */
record View(int offset, List<Integer> sizes, List<Integer> strides) implements IntUnaryOperator {
    /** Row-major, as it lies. */
    static View of(Shape shape) {
        List<Integer> strides = new ArrayList<>();
        int stride = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            strides.add(0, stride);
            stride *= shape.get(axis);
        }
        return new View(0, shape.sizes(), strides);
    }

    /** Repeated to the sizes of another shape. */
    static View broadcast(Shape from, Shape to) {
        View plain = of(from);
        List<Integer> strides = new ArrayList<>();
        for (int axis = -to.rank(); axis < 0; axis++) {
            int own = from.rank() + axis;
            strides.add(own < 0 || from.get(own) == 1 ? 0 : plain.strides.get(own));
        }
        return new View(0, to.sizes(), strides);
    }

    /** With its axes in another order. */
    View inOrder(List<Integer> order) {
        return new View(
                offset,
                order.stream().map(sizes::get).toList(),
                order.stream().map(strides::get).toList());
    }

    /** With fewer elements of one axis. */
    View sliced(int axis, int start, int step, int size) {
        List<Integer> changedSizes = new ArrayList<>(sizes);
        List<Integer> changedStrides = new ArrayList<>(strides);
        changedSizes.set(axis, size);
        changedStrides.set(axis, strides.get(axis) * step);
        return new View(offset + start * strides.get(axis), changedSizes, changedStrides);
    }

    Shape shape() {
        return new Shape(sizes);
    }

    /** Where the element of a row-major position lies. */
    @Override
    public int applyAsInt(int position) {
        int left = position;
        int place = offset;
        for (int axis = sizes.size() - 1; axis >= 0; axis--) {
            place += left % sizes.get(axis) * strides.get(axis);
            left /= sizes.get(axis);
        }
        return place;
    }
}
