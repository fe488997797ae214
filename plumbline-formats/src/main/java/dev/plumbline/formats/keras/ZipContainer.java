package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A {@code .keras} file: a zip of {@code config.json}, {@code metadata.json} and {@code model.weights.h5}. Entries are
 * read into memory by these names only; sizes are checked before memory is taken.
 */
final class ZipContainer {
    private static final String CONFIG = "config.json";
    private static final String METADATA = "metadata.json";
    private static final String WEIGHTS = "model.weights.h5";
    private static final long MOST_JSON = 64L << 20;
    private static final int MOST_ENTRIES = 100_000;

    private ZipContainer() {}

    static KerasFile read(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            requireSane(zip, name);
            JsonNode config = Json.object(text(zip, CONFIG, name), name + ", " + CONFIG);
            String version = zip.getEntry(METADATA) == null
                    ? ""
                    : Json.object(text(zip, METADATA, name), name + ", " + METADATA)
                            .path("keras_version")
                            .asText();
            List<String> notes = new ArrayList<>();
            WeightStore weights = WeightStore.NONE;
            if (zip.getEntry(WEIGHTS) != null) {
                byte[] bytes = bytes(zip, WEIGHTS, name, Limits.memory());
                weights = new PathWeights(Hdf.of(bytes, name + ", " + WEIGHTS));
            } else if (zip.getEntry("model.weights.json") != null || zip.getEntry("model.weights.npz") != null) {
                throw new UnusableInputException(
                        name, WEIGHTS, "weights in another form", "Save the model with model.save(\"model.keras\").");
            } else {
                notes.add(name + " has no weights; its initializers draw them.");
            }
            return new KerasFile(
                    name,
                    "Keras " + (version.isEmpty() ? "3" : version) + " (.keras)",
                    config,
                    config.path("compile_config").isObject()
                                    && !config.path("compile_config").isEmpty()
                            ? config.get("compile_config")
                            : null,
                    weights,
                    notes);
        } catch (ZipException | IllegalArgumentException e) {
            // a broken name of an entry comes as IllegalArgumentException
            throw damaged(name, String.valueOf(e.getMessage()));
        }
    }

    private static void requireSane(ZipFile zip, String name) {
        if (zip.size() > MOST_ENTRIES) {
            throw damaged(name, zip.size() + " entries");
        }
        for (String wanted : List.of(CONFIG, METADATA, WEIGHTS)) {
            long count = Collections.list(zip.entries()).stream()
                    .filter(entry -> entry.getName().equals(wanted))
                    .count();
            if (count > 1) {
                throw damaged(name, count + " entries named " + wanted);
            }
        }
    }

    private static String text(ZipFile zip, String entry, String name) throws IOException {
        return new String(bytes(zip, entry, name, MOST_JSON), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ZipFile zip, String wanted, String name, long most) throws IOException {
        ZipEntry entry = zip.getEntry(wanted);
        if (entry == null) {
            throw new UnusableInputException(
                    name,
                    "a Keras model with " + wanted,
                    "a zip without it",
                    "Save the model with model.save(\"model.keras\").");
        }
        long size = entry.getSize();
        if (size > most || size > Integer.MAX_VALUE - 64) {
            throw new UnusableInputException(
                    name + ", " + wanted,
                    "at most " + most / (1 << 20) + " MiB",
                    size / (1 << 20) + " MiB",
                    "Give Java more memory (-Xmx) if the file is honest.");
        }
        if (size < 0 || entry.getCompressedSize() < size / Limits.MOST_DEFLATED - 1) {
            throw damaged(name + ", " + wanted, entry.getCompressedSize() + " bytes that claim to be " + size);
        }
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), checksum)) {
            byte[] bytes = in.readNBytes((int) size);
            if (bytes.length != size || in.read() >= 0 || checksum.getValue() != entry.getCrc()) {
                throw damaged(name + ", " + wanted, "bytes with another length or checksum than when it was written");
            }
            return bytes;
        } catch (java.io.EOFException e) {
            throw damaged(name + ", " + wanted, "compressed bytes that make no sense (" + e.getMessage() + ")");
        }
    }

    private static UnusableInputException damaged(String subject, String found) {
        return new UnusableInputException(
                subject,
                "a whole .keras archive",
                "one that is cut off or damaged (" + found + ")",
                "Copy or write the file again.");
    }
}
