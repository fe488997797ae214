package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Shape;
import dev.plumbline.formats.keras.KerasReader;
import dev.plumbline.formats.onnx.OnnxReader;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the model files that Plumbline knows, each once: Keras ({@code .keras}, {@code .h5}, {@code .json}) and ONNX.
 *
 * <pre>{@code
 * NetworkFactory networks = NetworkFactory.standard().reading(new ModelFiles());
 * }</pre>
 */
public final class ModelFiles implements ModelSource {
    private record Key(Path file, FileTime changed, long size, List<Shape> examples) {}

    private final Map<ModelFormat, ModelSource> readers;
    private final Map<Key, ImportedModel> read = new HashMap<>();

    /** A reader of every format that Plumbline knows. */
    public ModelFiles() {
        this(Map.of(ModelFormat.ONNX, new OnnxReader(), ModelFormat.KERAS, new KerasReader()));
    }

    private ModelFiles(Map<ModelFormat, ModelSource> readers) {
        this.readers = Map.copyOf(readers);
    }

    @Override
    public ImportedModel read(Path file) {
        return readFor(file, Map.of());
    }

    @Override
    public synchronized ImportedModel readFor(Path file, Map<String, Shape> examples) {
        Path absolute = file.toAbsolutePath().normalize();
        Key key = key(absolute, examples);
        ImportedModel known = read.get(key);
        if (known == null) {
            known = Objects.requireNonNull(readers.get(ModelFormat.of(absolute)))
                    .readFor(absolute, examples);
            read.put(key, known);
        }
        return known;
    }

    private static Key key(Path file, Map<String, Shape> examples) {
        try {
            return new Key(file, Files.getLastModifiedTime(file), Files.size(file), List.copyOf(examples.values()));
        } catch (IOException e) {
            throw UnusableInputException.because(
                    file
                            + ": expected a model file (.keras, .h5, .onnx), found none that can be read. Correct the path.",
                    e);
        }
    }
}
