package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A model's configuration as {@code model.to_json()} gives it, and the weights beside it: {@code NAME.weights.h5},
 * {@code NAME.h5} or {@code model.weights.h5}.
 */
final class JsonContainer {
    private static final long MOST = 64L << 20;

    private JsonContainer() {}

    static KerasFile read(Path file, String name) throws IOException {
        if (Files.size(file) > MOST) {
            throw new UnusableInputException(
                    name, "at most 64 MiB of JSON", (Files.size(file) >> 20) + " MiB", "Name a model's configuration.");
        }
        JsonNode config = Json.object(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), name);
        if (!config.has("class_name")) {
            throw new UnusableInputException(
                    name,
                    "a model's configuration (class_name, config)",
                    "other JSON",
                    "Write it with model.to_json(), or save the model with model.save(\"model.keras\").");
        }
        String stem = name.replaceFirst("\\.json$", "");
        for (String weights : List.of(stem + ".weights.h5", stem + ".h5", "model.weights.h5")) {
            Path beside = file.resolveSibling(weights);
            if (Files.isRegularFile(beside)) {
                Limits.requireRoom(weights, Files.size(beside));
                Hdf hdf = Hdf.of(Files.readAllBytes(beside), weights);
                return file(name, config, store(hdf), List.of());
            }
        }
        return file(
                name,
                config,
                WeightStore.NONE,
                List.of("There are no weights beside " + name + " (" + stem
                        + ".weights.h5); its initializers draw them."));
    }

    private static WeightStore store(Hdf hdf) {
        if (hdf.has("model_weights")) {
            return new ListedWeights(hdf, "model_weights");
        }
        return hdf.texts("", "layer_names").isEmpty() ? new PathWeights(hdf) : new ListedWeights(hdf, "");
    }

    private static KerasFile file(String name, JsonNode config, WeightStore weights, List<String> notes) {
        JsonNode compile = config.path("compile_config");
        String version = config.path("keras_version").asText();
        return new KerasFile(
                name,
                "Keras " + (version.isEmpty() ? "" : version + " ") + "(.json)",
                config,
                compile.isObject() && !compile.isEmpty() ? compile : null,
                weights,
                notes);
    }
}
