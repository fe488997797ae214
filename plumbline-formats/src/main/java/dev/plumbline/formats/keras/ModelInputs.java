package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a model is given: the element type and sizes of its inputs. */
final class ModelInputs {
    private static final List<String> SHAPES =
            List.of("batch_shape", "batch_input_shape", "build_input_shape", "input_shape");

    private ModelInputs() {}

    /**
     * The type of an InputLayer, or of a layer that carries its input's shape as Keras 2 had it; empty if it has none.
     */
    static Optional<ValueType> type(LayerConfig config) {
        for (String key : List.of("batch_shape", "batch_input_shape")) {
            if (config.has(key)) {
                return Optional.of(new ValueType(dtype(config), shape(config, config.get(key), key)));
            }
        }
        return Optional.empty();
    }

    /** The batch size that a model's inputs fix, wherever in its configuration they are described; 0 for none. */
    static int batch(JsonNode config) {
        for (String key : SHAPES) {
            JsonNode shape = config.path(key);
            int first =
                    (shape.has("items") ? shape.path("items") : shape).path(0).asInt(0);
            if (first > 0) {
                return first;
            }
        }
        for (JsonNode inner : config) {
            int found = inner.isContainerNode() ? batch(inner) : 0;
            if (found > 0) {
                return found;
            }
        }
        return 0;
    }

    /** A shape as Keras writes it: null for the batch and for sizes that the data decides. */
    static Shape shape(LayerConfig config, JsonNode json, String key) {
        JsonNode items = json.has("items") ? json.get("items") : json;
        if (!items.isArray() || items.isEmpty()) {
            throw config.wrong(key, "a list of sizes, the batch first", json.toString());
        }
        List<Integer> sizes = new ArrayList<>();
        for (JsonNode item : items) {
            boolean first = sizes.isEmpty();
            if (item.isNull() || first) {
                sizes.add(first ? Shape.BATCH : Shape.UNKNOWN);
            } else if (item.isIntegralNumber() && item.longValue() > 0 && item.longValue() <= Integer.MAX_VALUE) {
                sizes.add(item.intValue());
            } else {
                throw config.wrong(key, "sizes of at least 1", json.toString());
            }
        }
        return new Shape(sizes);
    }

    private static DType dtype(LayerConfig config) {
        String name = config.text(
                "dtype", config.get("dtype").path("config").path("name").asText("float32"));
        return switch (name) {
            // computed in float32, whatever the model's policy
            case "float16", "bfloat16", "float64", "mixed_float16", "mixed_bfloat16" -> DType.FLOAT32;
            default ->
                Arrays.stream(DType.values())
                        .filter(d -> d.label().equals(name))
                        .findFirst()
                        .orElseThrow(() -> config.wrong("dtype", "a number's type", name));
        };
    }
}
