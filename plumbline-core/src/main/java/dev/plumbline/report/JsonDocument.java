package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON file as maps, lists, texts, numbers and booleans. */
public final class JsonDocument {
    private JsonDocument() {}

    /**
     * Reads an object.
     *
     * @throws IOException if it cannot be read, or is no JSON object
     */
    public static Map<String, Object> read(Path file) throws IOException {
        return JsonMapper.builder().build().readValue(file.toFile(), new TypeReference<Map<String, Object>>() {});
    }

    /** Writes an object with its keys in their order, whole or not at all; NaN and the infinities as texts. */
    public static void write(Map<String, ? extends @Nullable Object> object, Path file) throws IOException {
        WholeFile.write(file, text(object));
    }

    /** The text that {@link #write} writes. */
    public static String text(Map<String, ? extends @Nullable Object> object) {
        ObjectMapper mapper = JsonMapper.builder().build();
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(object) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and plain values can be written", e);
        }
    }
}
