package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The element type of a NumPy array.
 *
 * @param kind b (bool), u (unsigned), i (integer), f (float) or U (text)
 * @param bytes an element takes
 */
record NpyType(char kind, int bytes, ByteOrder order) {
    private static final Pattern DESCRIPTION = Pattern.compile("([<>|=])([a-zA-Z])(\\d{1,6})");
    private static final int BYTES_OF_CHARACTER = 4;

    /** @throws UnusableInputException naming the type, if it is another one */
    static NpyType parse(String description, String subject) {
        Matcher match = DESCRIPTION.matcher(description);
        if (match.matches()) {
            char kind = match.group(2).charAt(0);
            int size = Integer.parseInt(match.group(3));
            boolean known = switch (kind) {
                case 'b' -> size == 1;
                case 'u', 'i' -> size == 1 || size == 2 || size == 4 || size == 8;
                case 'f' -> size == 2 || size == 4 || size == 8;
                case 'U' -> true;
                default -> false;
            };
            if (known) {
                ByteOrder order = match.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
                return new NpyType(kind, kind == 'U' ? size * BYTES_OF_CHARACTER : size, order);
            }
        }
        boolean object = description.contains("O");
        throw new UnusableInputException(
                subject,
                "numbers, booleans or text of fixed length",
                object ? "pickled Python objects" : "the NumPy type " + CsvFormat.shortened(description),
                object
                        ? "Convert the array, for example with .astype(\"float32\"), and save it again."
                        : "Convert it with .astype(\"float32\") and save it again.");
    }

    boolean isText() {
        return kind == 'U';
    }

    boolean isBoolean() {
        return kind == 'b';
    }

    /** Whether elements are integers. */
    boolean isInteger() {
        return kind == 'u' || kind == 'i';
    }

    /** The element at a byte offset of a buffer in this type's order; for types other than text. */
    double number(ByteBuffer data, int offset) {
        return switch (kind) {
            case 'b' -> data.get(offset) == 0 ? 0 : 1;
            case 'u' -> unsigned(data, offset);
            case 'i' -> signed(data, offset);
            default ->
                switch (bytes) {
                    case 2 -> half(data.getShort(offset));
                    case 4 -> data.getFloat(offset);
                    default -> data.getDouble(offset);
                };
        };
    }

    /** The text at a byte offset, without the zeros that fill it up. */
    String text(ByteBuffer data, int offset) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes; i += BYTES_OF_CHARACTER) {
            int character = data.getInt(offset + i);
            if (character != 0) {
                text.appendCodePoint(Character.isValidCodePoint(character) ? character : '\uFFFD');
            }
        }
        return text.toString();
    }

    private double unsigned(ByteBuffer data, int offset) {
        return switch (bytes) {
            case 1 -> data.get(offset) & 0xff;
            case 2 -> data.getShort(offset) & 0xffff;
            case 4 -> data.getInt(offset) & 0xffff_ffffL;
            default -> {
                long value = data.getLong(offset);
                yield value >= 0 ? value : (value >>> 1) * 2.0;
            }
        };
    }

    private double signed(ByteBuffer data, int offset) {
        return switch (bytes) {
            case 1 -> data.get(offset);
            case 2 -> data.getShort(offset);
            case 4 -> data.getInt(offset);
            default -> data.getLong(offset);
        };
    }

    /** IEEE 754 binary16; Java reads it from version 20 on. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double magnitude = switch (exponent) {
            case 0 -> Math.scalb((double) fraction, -24);
            case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(1024.0 + fraction, exponent - 25);
        };
        return bits < 0 ? -magnitude : magnitude;
    }
}
