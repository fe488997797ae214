package dev.plumbline.formats.keras;

import java.lang.reflect.Array;

/** Arrays of numbers as the HDF5 library gives them, as float32. */
final class HdfNumbers {
    private HdfNumbers() {}

    /** @throws IllegalArgumentException if it holds no numbers */
    static float[] floats(Object data) {
        if (data instanceof float[] values) {
            return values;
        }
        if (data instanceof Number number) {
            return new float[] {number.floatValue()};
        }
        if (data instanceof Boolean truth) {
            return new float[] {truth ? 1 : 0};
        }
        if (!data.getClass().isArray()) {
            throw new IllegalArgumentException("values of " + data.getClass().getSimpleName() + ", not numbers");
        }
        float[] values = new float[Array.getLength(data)];
        for (int i = 0; i < values.length; i++) {
            Object value = Array.get(data, i);
            values[i] = value instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) value).floatValue();
        }
        return values;
    }
}
