package dev.plumbline.experiment;

import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A digest of plain values that does not depend on the order of keys. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Object tree) {
        StringBuilder canonical = new StringBuilder();
        write(tree, canonical);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one does not", e);
        }
    }

    /**
     * A digest of a file's bytes.
     *
     * @param subject the setting that names it
     * @throws UnusableInputException if it cannot be read
     */
    static String ofFile(Path file, String subject) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableInputException(
                    subject,
                    "a model file (.keras, .h5, .onnx)",
                    Files.isDirectory(file) ? "the folder " + file : "no file " + file,
                    "Correct the path; it is relative to the experiment file.");
        }
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw UnusableInputException.because(subject + ": " + file + " cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one does not", e);
        }
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            out.append('{');
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((k, v) -> sorted.put(String.valueOf(k), v));
            sorted.forEach((k, v) -> {
                out.append(k.length()).append(':').append(k).append('=');
                write(v, out);
            });
            out.append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            list.forEach(v -> {
                write(v, out);
                out.append(',');
            });
            out.append(']');
        } else {
            // 1 and 1.0 are the same setting, written differently
            String text = value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15
                    ? String.valueOf(d.longValue())
                    : String.valueOf(value);
            out.append(text.length()).append(':').append(text);
        }
    }
}
