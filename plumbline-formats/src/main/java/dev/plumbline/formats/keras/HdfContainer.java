package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A whole model in an {@code .h5} file, as Keras 2, tf.keras and Keras 3 (legacy) write it. */
final class HdfContainer {
    private HdfContainer() {}

    static KerasFile read(Path file, String name) throws IOException {
        Limits.requireRoom(name, Files.size(file));
        Hdf hdf = Hdf.of(Files.readAllBytes(file), name);
        String config = hdf.text("", "model_config");
        if (config.isEmpty()) {
            throw new UnusableInputException(
                    name,
                    "a whole model (the attribute model_config)",
                    "weights alone",
                    "Save the whole model with model.save(\"model.keras\"), or put the model's config.json (model.to_json())"
                            + " beside the weights and name that.");
        }
        JsonNode json = Json.object(config, name + ", model_config");
        String training = hdf.text("", "training_config");
        String version = hdf.text("", "keras_version");
        version = version.isEmpty() ? hdf.text("model_weights", "keras_version") : version;
        return new KerasFile(
                name,
                "Keras " + (version.isEmpty() ? "2" : version) + " (.h5)",
                json,
                training.isEmpty() ? null : Json.object(training, name + ", training_config"),
                new ListedWeights(hdf, "model_weights"),
                List.of());
    }
}
