package dev.plumbline.experiment;

import dev.plumbline.UnusableInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The section {@code reference} of an experiment file. */
final class ReferenceReader {
    private final Settings reference;
    private final Function<String, Path> resolve;

    private ReferenceReader(Settings reference, Function<String, Path> resolve) {
        this.reference = reference;
        this.resolve = resolve;
    }

    /** @param resolve makes a path of what a person wrote */
    static Reference read(Settings reference, Function<String, Path> resolve) {
        reference.knowsOnly("model", "predictions", "metric-value", "examples");
        if (reference.has("examples") && !reference.has("metric-value")) {
            throw new UnusableInputException(
                    reference.place(),
                    "`metric-value` beside `examples`",
                    "`examples` alone",
                    "Add the published score, `metric-value: 0.97`.");
        }
        ReferenceReader reader = new ReferenceReader(reference, resolve);
        return new Reference(
                reader.file("model", "a model file (.keras, .h5, .onnx)"),
                reader.file("predictions", "a file of arrays (.npz)"),
                reference.has("metric-value")
                        ? reference.number("metric-value", -Double.MAX_VALUE, Double.MAX_VALUE, 0)
                        : null,
                ExperimentReader.optionalInteger(reference, "examples"));
    }

    private @Nullable Path file(String key, String expected) {
        Path path = reference.text(key).map(resolve).orElse(null);
        if (path != null && !Files.isRegularFile(path)) {
            throw new UnusableInputException(
                    reference.place() + "." + key,
                    expected,
                    Files.isDirectory(path) ? "the folder " + path : "no file " + path,
                    "Correct the path; it is relative to the experiment file.");
        }
        return path;
    }
}
