package dev.plumbline.torch;

import java.util.Arrays;

/** Losses as they come in, without a box for each. */
final class Curve {
    private float[] values = new float[256];
    private int size;

    void add(float[] more) {
        if (size + more.length > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, size + more.length));
        }
        System.arraycopy(more, 0, values, size, more.length);
        size += more.length;
    }

    float[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
