package dev.plumbline.formats;

import java.util.Arrays;

/** Whole numbers that grow, without a box around each. */
final class GrowingInts {
    private int[] values = new int[32];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.addExact(size, size / 2));
        }
        values[size++] = value;
    }
}
