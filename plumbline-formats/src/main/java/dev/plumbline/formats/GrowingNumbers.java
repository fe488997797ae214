package dev.plumbline.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A column of numbers that grows in chunks, four bytes each, so that a large file costs no more memory than its
 * numbers. Whole numbers beyond what float32 holds exactly make the column grow wide: eight bytes each.
 */
final class GrowingNumbers {
    private static final int CHUNK_BITS = 13;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MASK = CHUNK - 1;
    private static final int SMALLEST = 32;
    private static final double WHOLE_IN_FLOAT = 1 << 24;

    private List<float[]> narrow = new ArrayList<>();
    private final List<double[]> wide = new ArrayList<>();
    private boolean isWide;
    private int size;

    int size() {
        return size;
    }

    /** The number at an index, rounded to float32 unless the column is wide; NaN stands for a missing one. */
    double get(int index) {
        return isWide ? wide.get(index >> CHUNK_BITS)[index & MASK] : narrow.get(index >> CHUNK_BITS)[index & MASK];
    }

    void add(double value) {
        if (!isWide && Math.abs(value) > WHOLE_IN_FLOAT && value == Math.rint(value) && (float) value != value) {
            widen();
        }
        int chunk = size >> CHUNK_BITS;
        int at = size & MASK;
        if (isWide) {
            double[] values = chunk < wide.size() ? wide.get(chunk) : append(wide, new double[first(chunk)]);
            if (at == values.length) {
                values = Arrays.copyOf(values, 2 * at);
                wide.set(chunk, values);
            }
            values[at] = value;
        } else {
            float[] values = chunk < narrow.size() ? narrow.get(chunk) : append(narrow, new float[first(chunk)]);
            if (at == values.length) {
                values = Arrays.copyOf(values, 2 * at);
                narrow.set(chunk, values);
            }
            values[at] = (float) value;
        }
        size = Math.incrementExact(size);
    }

    /** The first chunk starts small, since a table may have many columns and few rows. */
    private static int first(int chunk) {
        return chunk == 0 ? SMALLEST : CHUNK;
    }

    private static <T> T append(List<T> chunks, T chunk) {
        chunks.add(chunk);
        return chunk;
    }

    private void widen() {
        for (float[] chunk : narrow) {
            double[] copy = new double[chunk.length];
            for (int i = 0; i < chunk.length; i++) {
                copy[i] = chunk[i];
            }
            wide.add(copy);
        }
        narrow = new ArrayList<>();
        isWide = true;
    }
}
