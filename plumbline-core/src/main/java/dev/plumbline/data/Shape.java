package dev.plumbline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sizes of a tensor's axes, outermost first. A size of {@link #BATCH} stands for "as many as the batch holds": it is
 * known only when a batch is at hand. {@code -8} stands for 8 values an example, {@code 8N}, as a batch and its heads
 * of attention merged into one axis have; {@link #UNKNOWN} for a size that the values themselves decide.
 *
 * @param sizes each at least 0, a negative multiple of the batch, or {@link #UNKNOWN}; empty for a scalar
 */
public record Shape(List<Integer> sizes) {
    /** The size of an axis that runs over the batch's examples. */
    public static final int BATCH = -1;

    /** The size of an axis that depends on values: how many of them are not zero, say. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    public Shape {
        sizes = List.copyOf(sizes);
    }

    /** Whether a size grows with the batch: {@code N} or a multiple of it. */
    public static boolean isBatched(int size) {
        return size < 0 && size != UNKNOWN;
    }

    /** Whether every size is a number. */
    public boolean isFixed() {
        return sizes.stream().allMatch(s -> s >= 0);
    }

    /** Whether every size is a number once the batch is at hand. */
    public boolean isKnown() {
        return sizes.stream().noneMatch(s -> s == UNKNOWN);
    }

    /** Axes that grow with the batch. */
    public long batchedAxes() {
        return sizes.stream().filter(Shape::isBatched).count();
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

    /** This shape for a batch of the given size. */
    public Shape withBatch(int batchSize) {
        return new Shape(sizes.stream()
                .map(s -> isBatched(s) ? Math.multiplyExact(-s, batchSize) : s)
                .toList());
    }

    /** The number of axes. */
    public int rank() {
        return sizes.size();
    }

    /** The size of an axis; negative axes count from the end. */
    public int get(int axis) {
        return sizes.get(axis < 0 ? axis + sizes.size() : axis);
    }

    /**
     * The number of elements; with an axis over the batch, of one example; an unknown axis counts once. 1 for a scalar.
     */
    public long elements() {
        long n = 1;
        for (int size : sizes) {
            n = Math.multiplyExact(n, size == UNKNOWN ? 1L : isBatched(size) ? -(long) size : size);
        }
        return n;
    }

    /** The sizes as an array. */
    public int[] toArray() {
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return sizes.stream().map(Shape::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String text(int size) {
        return size == UNKNOWN ? "?" : size == BATCH ? "N" : size < 0 ? -size + "N" : String.valueOf(size);
    }
}
