package dev.plumbline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sizes of a tensor's axes, outermost first. A size of {@link #BATCH} stands for "as many as the batch holds": it is
 * known only when a batch is at hand.
 *
 * @param sizes each at least 0, or {@link #BATCH}; empty for a scalar
 */
public record Shape(List<Integer> sizes) {
    /** The size of an axis that runs over the batch's examples. */
    public static final int BATCH = -1;

    public Shape {
        sizes = List.copyOf(sizes);
        for (int size : sizes) {
            if (size < BATCH) {
                throw new IllegalArgumentException("`size >= 0` must hold for every axis, but got " + sizes);
            }
        }
    }

    /** {@code Shape.of(3, 8, 8)}. */
    public static Shape of(int... sizes) {
        List<Integer> list = new ArrayList<>(sizes.length);
        for (int size : sizes) {
            list.add(size);
        }
        return new Shape(list);
    }

    /** The shape of a batch of examples of this shape: one axis more, in front. */
    public Shape batched() {
        return prepend(BATCH);
    }

    /** This shape with one axis more in front. */
    public Shape prepend(int size) {
        List<Integer> longer = new ArrayList<>(sizes.size() + 1);
        longer.add(size);
        longer.addAll(sizes);
        return new Shape(longer);
    }

    /** All axes but the first. */
    public Shape withoutFirst() {
        return new Shape(sizes.subList(1, sizes.size()));
    }

    /** This shape with every {@link #BATCH} axis set to the size. */
    public Shape withBatch(int batchSize) {
        return new Shape(sizes.stream().map(s -> s == BATCH ? batchSize : s).toList());
    }

    /** The number of axes. */
    public int rank() {
        return sizes.size();
    }

    /** The size of an axis; negative axes count from the end. */
    public int get(int axis) {
        return sizes.get(axis < 0 ? axis + sizes.size() : axis);
    }

    /** The number of elements; an axis over the batch counts once. 1 for a scalar. */
    public long elements() {
        long n = 1;
        for (int size : sizes) {
            n = Math.multiplyExact(n, size == BATCH ? 1L : size);
        }
        return n;
    }

    /** The sizes as an array. */
    public int[] toArray() {
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return sizes.stream().map(s -> s == BATCH ? "N" : s.toString()).collect(Collectors.joining(", ", "(", ")"));
    }
}
