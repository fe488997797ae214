package dev.plumbline.tune.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts numbers and text into the payloads of records; small whole numbers take one byte. */
final class RecordWriter {
    private byte[] bytes = new byte[256];
    private int at;
    private int start = -1;

    /** Begins a record. */
    RecordWriter begin(RecordType type) {
        start = at;
        room(RecordFormat.HEADER);
        at += RecordFormat.HEADER;
        return one(type.code());
    }

    /** Ends the record that was begun. */
    void end() {
        RecordFormat.seal(bytes, start, at - start - RecordFormat.HEADER);
        start = -1;
    }

    RecordWriter one(int value) {
        room(1);
        bytes[at++] = (byte) value;
        return this;
    }

    /** A number of at least 0, seven bits a byte. */
    RecordWriter count(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        return this;
    }

    /** A number of either sign. */
    RecordWriter signed(long value) {
        return count(value << 1 ^ value >> 63);
    }

    /** A double, bit for bit. */
    RecordWriter real(double value) {
        room(8);
        long bits = Double.doubleToRawLongBits(value);
        for (int i = 0; i < 8; i++) {
            bytes[at++] = (byte) (bits >>> (56 - 8 * i));
        }
        return this;
    }

    RecordWriter reals(double[] values) {
        count(values.length);
        for (double value : values) {
            real(value);
        }
        return this;
    }

    RecordWriter text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        count(encoded.length);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, at, encoded.length);
        at += encoded.length;
        return this;
    }

    private void room(int more) {
        if (bytes.length - at < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + more));
        }
    }

    /** The bytes of all ended records; valid as far as {@link #length()}, until the next is begun. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return at;
    }

    void clear() {
        at = 0;
        start = -1;
    }
}
