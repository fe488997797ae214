package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A one-dimensional tensor whose memory Java writes to, over and over. A new tensor for every call would leave its
 * memory to the garbage collector, and resident memory would grow until that comes by.
 */
final class Feed {
    private final ByteBuffer buffer;
    private final NDArray array;

    private Feed(int size, DataType type, NDManager memory) {
        buffer = ByteBuffer.allocateDirect(Math.multiplyExact(size, Long.BYTES)).order(ByteOrder.nativeOrder());
        array = memory.create(buffer, new Shape(size), type);
    }

    static Feed longs(int size, NDManager memory) {
        return new Feed(size, DataType.INT64, memory);
    }

    static Feed doubles(int size, NDManager memory) {
        return new Feed(size, DataType.FLOAT64, memory);
    }

    /** Overwrites the first values. */
    void put(long... values) {
        buffer.asLongBuffer().put(values);
    }

    /** Overwrites the first values. */
    void put(double... values) {
        buffer.asDoubleBuffer().put(values);
    }

    NDArray array() {
        return array;
    }
}
