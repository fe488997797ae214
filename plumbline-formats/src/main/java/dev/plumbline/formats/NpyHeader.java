package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Shape;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the bytes of a NumPy array (format versions 1 to 3).
 *
 * @param fortran whether the first axis runs fastest
 * @param length bytes of the header itself
 */
record NpyHeader(NpyType type, boolean fortran, Shape shape, int length) {
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_AXES = 32;

    /**
     * Reads up to the first byte of the array.
     *
     * @throws UnusableInputException if it is not such a header, or the array is one that cannot be read
     */
    static NpyHeader read(InputStream in, String subject) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            byte[] magic = new byte[6];
            data.readFully(magic);
            int version = data.readUnsignedByte();
            data.readUnsignedByte();
            if (magic[0] != (byte) 0x93 || !new String(magic, 1, 5, StandardCharsets.ISO_8859_1).equals("NUMPY")) {
                throw broken(subject, "another start than \\x93NUMPY");
            }
            if (version < 1 || version > 3) {
                throw broken(subject, "format version " + version);
            }
            int prefix = version == 1 ? 10 : 12;
            long length = version == 1
                    ? Short.toUnsignedLong(Short.reverseBytes(data.readShort()))
                    : Integer.toUnsignedLong(Integer.reverseBytes(data.readInt()));
            if (length > MOST_BYTES) {
                throw broken(subject, "a header of " + length + " bytes");
            }
            byte[] text = new byte[(int) length];
            data.readFully(text);
            return parse(new String(text, StandardCharsets.UTF_8), prefix + text.length, subject);
        } catch (EOFException e) {
            throw broken(subject, "its end within the header");
        }
    }

    /** Bytes of the elements. */
    long bytes() {
        return Math.multiplyExact(shape.elements(), (long) type.bytes());
    }

    private static NpyHeader parse(String text, int length, String subject) {
        Matcher type = TYPE.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (text.contains("'descr': [")) {
            throw new UnusableInputException(
                    subject,
                    "numbers of one type",
                    "a structured array with named fields",
                    "Save each field as an array of its own.");
        }
        if (!type.find() || !order.find() || !shape.find()) {
            throw broken(subject, "a header without type, order or shape");
        }
        NpyHeader header = new NpyHeader(
                NpyType.parse(type.group(1), subject),
                order.group(1).equals("True"),
                shape(shape.group(1), subject),
                length);
        try {
            header.bytes();
        } catch (ArithmeticException e) {
            throw broken(subject, "the impossible shape " + header.shape);
        }
        return header;
    }

    private static Shape shape(String text, String subject) {
        List<Integer> sizes = new ArrayList<>();
        for (String part : text.split(",", MOST_AXES + 2)) {
            String size = part.strip();
            if (size.isEmpty()) {
                continue;
            }
            try {
                sizes.add(Integer.parseUnsignedInt(size.endsWith("L") ? size.substring(0, size.length() - 1) : size));
            } catch (NumberFormatException e) {
                throw broken(subject, "the shape (" + CsvFormat.shortened(text) + ")");
            }
        }
        if (sizes.size() > MOST_AXES || sizes.stream().anyMatch(size -> size < 0)) {
            throw broken(subject, "the shape (" + CsvFormat.shortened(text) + ")");
        }
        return new Shape(sizes);
    }

    static UnusableInputException broken(String subject, String found) {
        return new UnusableInputException(
                subject,
                "a NumPy array",
                found,
                "The file is damaged or not from NumPy; write it again with numpy.savez.");
    }
}
