package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names under which a {@code .keras} file keeps a model's layers: the class in snake case, numbered from the second
 * of a class on (keras.src.saving.saving_lib). Operations have none and do not count.
 */
final class LayerPlaces {
    private final Map<String, Integer> used = new HashMap<>();

    String next(JsonNode layer) {
        if (LayerInstance.isOperation(layer)) {
            return "";
        }
        String type = layer.path("class_name").asText();
        String name = snakeCase(
                switch (type) {
                    case "Model" -> "Functional";
                    // registered under another name than its class has
                    case "GroupQueryAttention" -> "GroupedQueryAttention";
                    default -> type;
                });
        int count = used.merge(name, 1, Integer::sum) - 1;
        return count == 0 ? name : name + "_" + count;
    }

    private static String snakeCase(String className) {
        return className
                .replaceAll("\\W+", "")
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
