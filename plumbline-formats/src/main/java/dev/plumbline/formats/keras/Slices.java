package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Parts of a value as Python's brackets name them: {@code x[:, 1:3, 0]}. */
final class Slices {
    private Slices() {}

    static String of(LayerScope layer, String x, JsonNode key) {
        JsonNode items = key.has("items") ? key.get("items") : key;
        List<JsonNode> parts = new ArrayList<>();
        if (items.isArray()) {
            items.forEach(parts::add);
        } else {
            parts.add(items);
        }
        List<Long> starts = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        List<Long> axes = new ArrayList<>();
        List<Long> steps = new ArrayList<>();
        List<Long> removed = new ArrayList<>();
        long axis = 0;
        for (JsonNode part : parts) {
            JsonNode slice = part.has("config") ? part.get("config") : part;
            if (part.isIntegralNumber()) {
                long at = part.asLong();
                starts.add(at);
                ends.add(at == -1 ? Integer.MAX_VALUE : at + 1);
                axes.add(axis);
                steps.add(1L);
                removed.add(axis);
            } else if (slice.has("start")) {
                long step = slice.path("step").asLong(1);
                step = step == 0 ? 1 : step;
                starts.add(slice.path("start").asLong(step > 0 ? 0 : -1));
                ends.add(
                        slice.path("stop").isNumber()
                                ? slice.path("stop").asLong()
                                : step > 0 ? Integer.MAX_VALUE : Long.MIN_VALUE / 4);
                axes.add(axis);
                steps.add(step);
            } else {
                throw layer.config().unsupported("numbers and slices in brackets", part.toString());
            }
            axis++;
        }
        String cut =
                layer.node("Slice", x, list(layer, starts), list(layer, ends), list(layer, axes), list(layer, steps));
        return removed.isEmpty() ? cut : layer.node("Squeeze", cut, list(layer, removed));
    }

    private static String list(LayerScope layer, List<Long> values) {
        return layer.integers(values.stream().mapToLong(Long::longValue).toArray());
    }
}
