package dev.plumbline.formats.keras;

import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Tells the containers of Keras models apart by their first bytes. */
final class KerasContainer {
    private static final int HEAD = 8;

    private KerasContainer() {}

    /** @throws UnusableInputException if it is none, saying what it is where that can be seen */
    static KerasFile read(Path file) {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            boolean saved = Files.exists(file.resolve("saved_model.pb"));
            throw new UnusableInputException(
                    name,
                    "a Keras model file",
                    saved ? "a folder in TensorFlow's SavedModel format" : "a folder",
                    saved ? "Save the model with model.save(\"model.keras\")." : "Name the model file in it.");
        }
        try {
            byte[] head = head(file);
            String start = new String(head, StandardCharsets.ISO_8859_1);
            if (start.startsWith("PK")) {
                return ZipContainer.read(file, name);
            }
            if (start.startsWith("\u0089HDF")) {
                return HdfContainer.read(file, name);
            }
            if (start.stripLeading().startsWith("{")) {
                return JsonContainer.read(file, name);
            }
            throw unknown(name, head.length);
        } catch (NoSuchFileException e) {
            throw UnusableInputException.because(file + ": no such file. Correct the path.", e);
        } catch (IOException e) {
            throw UnusableInputException.because(
                    name + ": expected a Keras model that can be read, found one that cannot (" + e.getMessage()
                            + "). Copy or write the file again.",
                    e);
        }
    }

    private static UnusableInputException unknown(String name, int length) {
        boolean tensorflow =
                name.endsWith(".pb") || name.endsWith(".tflite") || name.endsWith(".index") || name.contains(".ckpt");
        String found = length == 0
                ? "an empty file"
                : tensorflow ? "a file of TensorFlow, not of Keras" : "other bytes, or a damaged file";
        return new UnusableInputException(
                name,
                "a Keras model: .keras (zip), .h5 (HDF5) or .json",
                found,
                "Save the model with model.save(\"model.keras\").");
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }
}
