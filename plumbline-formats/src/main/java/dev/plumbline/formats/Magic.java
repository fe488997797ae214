package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.util.HexFormat;

/** The first bytes of a file, which tell what it is whatever its name says. */
final class Magic {
    private static final int BYTES = 512;

    private Magic() {}

    /** @throws UnusableInputException if the file starts like something binary */
    static void requireText(InputFile file) throws IOException {
        byte[] start = file.start(BYTES);
        String kind = kind(start);
        if (!kind.isEmpty()) {
            throw new UnusableInputException(
                    file.name(), "lines of text", kind, "Give the file the ending that fits, or save it as text.");
        }
    }

    /** @throws UnusableInputException if the file does not start like a zip archive */
    static void requireZip(InputFile file) throws IOException {
        byte[] start = file.start(BYTES);
        if (!startsWith(start, 'P', 'K', 3, 4) && !startsWith(start, 'P', 'K', 5, 6)) {
            String kind = kind(start);
            String bytes = HexFormat.ofDelimiter(" ").formatHex(start, 0, Math.min(4, start.length));
            throw new UnusableInputException(
                    file.name(),
                    "an .npz archive, which starts with \"PK\"",
                    kind.isEmpty() ? "the bytes " + bytes : kind,
                    "Save the arrays with numpy.savez(file, x=..., y=...).");
        }
    }

    private static String kind(byte[] start) {
        if (startsWith(start, 'P', 'K', 3, 4)) {
            return "a zip archive (.npz, .xlsx or the like)";
        }
        if (startsWith(start, 0x93, 'N', 'U', 'M', 'P', 'Y')) {
            return "a single NumPy array (.npy)";
        }
        if (startsWith(start, 0x1f, 0x8b)) {
            return "gzip-compressed bytes";
        }
        if (startsWith(start, 'P', 'A', 'R', '1')) {
            return "a Parquet file";
        }
        if (startsWith(start, 0xff, 0xfe) || startsWith(start, 0xfe, 0xff)) {
            return "UTF-16 text (save it as UTF-8)";
        }
        for (byte b : start) {
            if (b == 0) {
                return "binary bytes";
            }
        }
        return "";
    }

    private static boolean startsWith(byte[] start, int... magic) {
        if (start.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (start[i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }
}
