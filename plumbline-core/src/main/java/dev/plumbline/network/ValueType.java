package dev.plumbline.network;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;

/** What is known of a value before it is computed: element type and sizes. Prints as {@code float32(N, 10)}. */
public record ValueType(DType dtype, Shape shape) {
    /** A float32 value. */
    public static ValueType floats(Shape shape) {
        return new ValueType(DType.FLOAT32, shape);
    }

    /** Bytes in memory for a batch of the given size. */
    public long bytes(int batchSize) {
        return Math.multiplyExact(shape.withBatch(batchSize).elements(), dtype.bytes());
    }

    @Override
    public String toString() {
        return dtype + shape.toString();
    }
}
