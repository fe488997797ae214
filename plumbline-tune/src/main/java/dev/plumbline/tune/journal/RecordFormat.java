package dev.plumbline.tune.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * How a record stands in the file: a marker byte, the payload's length in three bytes, CRC-32C (RFC 3720) of length and
 * payload in four, the payload. The file begins with eight bytes that name format and version.
 */
final class RecordFormat {
    /** Bytes before a payload. */
    static final int HEADER = 8;

    static final int LONGEST = (1 << 24) - 1;

    /** ASCII's record separator. */
    private static final byte MARKER = 0x1e;

    private static final byte[] MAGIC = "PLTUNE1\n".getBytes(StandardCharsets.US_ASCII);

    private RecordFormat() {}

    /** What every journal begins with. */
    static byte[] magic() {
        return MAGIC.clone();
    }

    /**
     * Whether these bytes, of a file that begins so, may belong to a journal: all of the magic, or as far as they go.
     */
    static boolean isMagic(byte[] bytes, int length) {
        int compared = Math.min(length, MAGIC.length);
        return Arrays.equals(bytes, 0, compared, MAGIC, 0, compared);
    }

    /** Writes the header in front of a payload that already stands in the array. */
    static void seal(byte[] bytes, int start, int payload) {
        if (payload > LONGEST) {
            throw new IllegalArgumentException("a record of at most " + LONGEST + " bytes is expected, but got "
                    + payload + "; shorten its notes");
        }
        bytes[start] = MARKER;
        bytes[start + 1] = (byte) (payload >>> 16);
        bytes[start + 2] = (byte) (payload >>> 8);
        bytes[start + 3] = (byte) payload;
        int sum = sum(bytes, start, payload);
        for (int i = 0; i < 4; i++) {
            bytes[start + 4 + i] = (byte) (sum >>> (24 - 8 * i));
        }
    }

    /**
     * The payload's length of a whole, sound record; -1 where there is none.
     *
     * @param end where the bytes end
     */
    static int payload(byte[] bytes, int start, int end) {
        if (end - start < HEADER || bytes[start] != MARKER) {
            return -1;
        }
        int length = length(bytes, start);
        return end - start - HEADER < length || sum(bytes, start, length) != integer(bytes, start + 4) ? -1 : length;
    }

    /** Whether what stands here may be the beginning of a record that goes on behind the end. */
    static boolean goesOn(byte[] bytes, int start, int end) {
        return end - start < HEADER
                ? end == start || bytes[start] == MARKER
                : bytes[start] == MARKER && length(bytes, start) > end - start - HEADER;
    }

    private static int length(byte[] bytes, int start) {
        return integer(bytes, start) & LONGEST;
    }

    private static int integer(byte[] bytes, int at) {
        return (bytes[at] << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
    }

    private static int sum(byte[] bytes, int start, int payload) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, start, 4);
        sum.update(bytes, start + HEADER, payload);
        return (int) sum.getValue();
    }
}
