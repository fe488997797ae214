package dev.plumbline.tune.journal;

import java.nio.charset.StandardCharsets;

/** Reads a payload as {@link RecordWriter} wrote it. */
final class RecordReader {
    private final byte[] bytes;
    private int at;
    private final int end;

    RecordReader(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.at = from;
        this.end = from + length;
    }

    /** A reader that goes on here on its own. */
    RecordReader copy() {
        return new RecordReader(bytes, at, end - at);
    }

    int one() {
        return bytes[next(1)] & 0xff;
    }

    long count() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int b = one();
            value |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                return value;
            }
        }
    }

    int small() {
        return Math.toIntExact(count());
    }

    long signed() {
        long value = count();
        return value >>> 1 ^ -(value & 1);
    }

    double real() {
        int from = next(8);
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = (bits << 8) | (bytes[from + i] & 0xff);
        }
        return Double.longBitsToDouble(bits);
    }

    double[] reals() {
        double[] values = new double[small()];
        for (int i = 0; i < values.length; i++) {
            values[i] = real();
        }
        return values;
    }

    String text() {
        int length = small();
        return new String(bytes, next(length), length, StandardCharsets.UTF_8);
    }

    private int next(int length) {
        if (length < 0 || length > end - at) {
            throw new IllegalStateException("a record ends " + (length - (end - at)) + " bytes too soon");
        }
        int from = at;
        at += length;
        return from;
    }
}
