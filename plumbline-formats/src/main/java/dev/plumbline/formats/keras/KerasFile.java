package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a model file, whatever its container.
 *
 * @param name the file's name, as messages have it
 * @param format the kind of file, as people say it: {@code Keras 3.4 (.keras)}
 * @param config what {@code model.get_config()} gave, with its class
 * @param compile the settings of {@code model.compile}; null where the file has none
 * @param weights the values of the variables
 * @param notes what a person should know of the container
 */
record KerasFile(
        String name,
        String format,
        JsonNode config,
        @Nullable JsonNode compile,
        WeightStore weights,
        List<String> notes) {
    KerasFile {
        notes = List.copyOf(notes);
    }

    /** Whether Keras 2 wrote it. */
    boolean isKeras2() {
        return format.startsWith("Keras 2");
    }
}
