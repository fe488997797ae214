package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Which kind of model a file holds, by its first bytes first and by its name where they do not tell. */
enum ModelFormat {
    KERAS,
    ONNX;

    private static final int HEAD = 64;
    private static final String EXPORT_ONNX =
            "Export the model as ONNX: torch.onnx.export(model, example, \"model.onnx\", dynamic_axes={\"x\": {0: \"batch\"}}).";

    /**
     * The format of a file.
     *
     * @throws UnusableInputException if it is of none, saying what it is where that can be seen
     */
    static ModelFormat of(Path file) {
        byte[] head = head(file);
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (head.length == 0) {
            throw wrong(file, "an empty file", "Write the model again.");
        }
        if (text.startsWith("\u0089HDF")) {
            return KERAS;
        }
        if (text.startsWith("PK")) {
            return zip(file, name);
        }
        if (name.endsWith(".json") || text.stripLeading().startsWith("{")) {
            return KERAS;
        }
        if (name.endsWith(".safetensors") || isSafetensors(head)) {
            throw wrong(file, "safetensors, which hold weights without a network", EXPORT_ONNX);
        }
        if (text.startsWith("\u0080") && (name.endsWith(".pt") || name.endsWith(".pth") || name.endsWith(".pkl"))) {
            throw wrong(file, "a Python pickle, which is never opened", EXPORT_ONNX);
        }
        if (name.endsWith(".keras") || name.endsWith(".h5") || name.endsWith(".hdf5")) {
            return KERAS;
        }
        if (name.endsWith(".pb") || name.endsWith(".tflite")) {
            throw wrong(
                    file,
                    "a TensorFlow graph",
                    "Save the model with model.save(\"model.keras\"), or convert it with tf2onnx.");
        }
        if (name.endsWith(".onnx")) {
            return ONNX;
        }
        throw wrong(file, "another kind of file", "Name a .keras, .h5 or .onnx file.");
    }

    /** A .keras file, or PyTorch's archives, which are zips too. */
    private static ModelFormat zip(Path file, String name) {
        if (name.endsWith(".pt2")) {
            throw wrong(file, "a program of torch.export", EXPORT_ONNX);
        }
        if (name.endsWith(".pt") || name.endsWith(".pth") || name.endsWith(".ts") || name.endsWith(".bin")) {
            throw wrong(file, "a TorchScript or PyTorch archive", EXPORT_ONNX);
        }
        if (name.endsWith(".npz")) {
            throw wrong(file, "an archive of NumPy arrays", "Name it under `data`, and a model file here.");
        }
        return KERAS;
    }

    /** Eight bytes of length, then a JSON object (safetensors' own format description). */
    private static boolean isSafetensors(byte[] head) {
        return head.length > 9 && head[6] == 0 && head[7] == 0 && head[8] == '{' && head[9] == '"';
    }

    private static byte[] head(Path file) {
        if (Files.isDirectory(file)) {
            boolean saved = Files.exists(file.resolve("saved_model.pb"));
            throw wrong(
                    file,
                    saved ? "a folder in TensorFlow's SavedModel format" : "a folder",
                    saved ? "Save the model with model.save(\"model.keras\")." : "Name the model file in it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw UnusableInputException.because(
                    file + ": expected a model file that can be read, found one that cannot (" + e.getMessage()
                            + "). Correct its permissions.",
                    e);
        }
    }

    private static UnusableInputException wrong(Path file, String found, String action) {
        return new UnusableInputException(file.toString(), "a Keras or ONNX model", found, action);
    }
}
