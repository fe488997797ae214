package dev.plumbline.data;

import java.util.Arrays;

/**
 * Finds a split's examples by their inputs: by hash first, then element by element, so that a collision never counts as
 * a duplicate. NaN equals NaN and 0 equals -0 here: what a person would call the same input.
 */
public final class ExampleIndex {
    private static final int NONE = -1;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Split split;
    private final long[] hashes;
    /** Open addressing: each slot holds the first row of its input, or {@link #NONE}. */
    private final int[] slots;

    private final int[] earlier;

    public ExampleIndex(Split split) {
        this.split = split;
        hashes = hashes(split);
        slots = new int[Math.max(4, Integer.highestOneBit(Math.max(1, split.size())) * 4)];
        Arrays.fill(slots, NONE);
        earlier = new int[split.size()];
        for (int row = 0; row < earlier.length; row++) {
            int slot = slot(split, row, hashes[row]);
            earlier[row] = slots[slot];
            if (slots[slot] == NONE) {
                slots[slot] = row;
            }
        }
    }

    /** The first row with this row's input, where there is an earlier one; otherwise negative. */
    public int earlier(int row) {
        return earlier[row];
    }

    /** The first row of this index's split with the input of another split's row; negative where there is none. */
    public int find(Split other, int row) {
        return slots[slot(other, row, hash(other, row))];
    }

    /** How many examples of the other index's split stand in this one too. */
    public int countOf(ExampleIndex other) {
        int count = 0;
        for (int row = 0; row < other.split.size(); row++) {
            count += slots[slot(other.split, row, other.hashes[row])] == NONE ? 0 : 1;
        }
        return count;
    }

    /** The slot that holds the input, or the free one where it would go. */
    private int slot(Split from, int row, long hash) {
        int slot = (int) (hash >>> 32) & (slots.length - 1);
        while (slots[slot] != NONE && !(hashes[slots[slot]] == hash && sameInputs(split, slots[slot], from, row))) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static long[] hashes(Split split) {
        long[] hashes = new long[split.size()];
        for (Tensor input : split.inputs()) {
            int width = input.rowElements();
            for (int row = 0; row < hashes.length; row++) {
                hashes[row] = hash(input, row * width, width, hashes[row]);
            }
        }
        return hashes;
    }

    private static long hash(Split split, int row) {
        long hash = 0;
        for (Tensor input : split.inputs()) {
            int width = input.rowElements();
            hash = hash(input, row * width, width, hash);
        }
        return hash;
    }

    private static long hash(Tensor tensor, int from, int width, long seed) {
        long hash = seed;
        if (tensor instanceof FloatTensor floats) {
            float[] values = floats.values();
            for (int i = from; i < from + width; i++) {
                // adding 0 turns -0 into 0
                hash = (hash ^ Float.floatToIntBits(values[i] + 0f)) * MIX;
                hash ^= hash >>> 29;
            }
            return hash;
        }
        long[] values = ((LongTensor) tensor).values();
        for (int i = from; i < from + width; i++) {
            hash = (hash ^ values[i]) * MIX;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private static boolean sameInputs(Split one, int row, Split other, int otherRow) {
        for (int i = 0; i < one.inputs().size(); i++) {
            if (!sameRow(one.inputs().get(i), row, other.inputs().get(i), otherRow)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two rows hold the same elements. */
    public static boolean sameRow(Tensor one, int row, Tensor other, int otherRow) {
        int width = one.rowElements();
        if (width != other.rowElements()) {
            return false;
        }
        for (int i = 0; i < width; i++) {
            if (!same(one.get(row * width + i), other.get(otherRow * width + i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether two elements are the same to a person. */
    public static boolean same(double one, double other) {
        return one == other || (Double.isNaN(one) && Double.isNaN(other));
    }
}
