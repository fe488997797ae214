package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.network.Penalty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code keras.regularizers} as penalties. What a layer's output costs is divided by the number of examples, what a
 * weight costs is not ({@code Layer.__call__} of Keras).
 */
final class Regularizers {
    private static final double DEFAULT = 0.01;

    private Regularizers() {}

    /** The penalties that a layer puts on what it gives. */
    static void activity(LayerScope layer, List<KerasTensor> outputs) {
        for (KerasTensor output : outputs) {
            int rank = layer.rank(output.value());
            of(layer.config(), "activity_regularizer", output.value(), Layout.SAME, rank, true)
                    .ifPresent(layer.model()::penalize);
        }
    }

    /** The penalty that a setting puts on a variable; empty for none. */
    static Optional<Penalty> penalty(LayerConfig config, String key, String parameter, Layout layout, int rank) {
        return of(config, key, parameter, layout, rank, false);
    }

    private static Optional<Penalty> of(
            LayerConfig config, String key, String value, Layout layout, int rank, boolean perExample) {
        if (!config.has(key)) {
            return Optional.empty();
        }
        JsonNode json = config.get(key);
        String name = json.isTextual() ? json.asText() : json.path("class_name").asText();
        JsonNode settings = json.isObject() ? json.path("config") : JsonNodeFactory.instance.objectNode();
        LayerConfig its = new LayerConfig(config.subject() + ", `" + key + "`", settings);
        return switch (name.replace("_", "").toLowerCase(Locale.ROOT)) {
            case "l1" -> size(value, its.number("l1", DEFAULT), 0, perExample);
            case "l2" -> size(value, 0, its.number("l2", DEFAULT), perExample);
            case "l1l2" -> {
                // the name alone stands for the function l1_l2, whose defaults differ from the class's
                double byDefault = json.isTextual() ? DEFAULT : 0;
                yield size(value, its.number("l1", byDefault), its.number("l2", byDefault), perExample);
            }
            case "orthogonalregularizer" -> {
                if (rank != 2) {
                    throw config.wrong(key, "a regularizer for " + rank + " axes; " + name + " is for matrices", name);
                }
                boolean rows = !its.text("mode", "rows").equals("columns");
                int axis = layout.axes(List.of(rows ? 1 : 0), rank).get(0);
                double factor = its.number("factor", DEFAULT);
                yield factor == 0
                        ? Optional.empty()
                        : Optional.of(new Penalty.Orthogonality(value, factor, axis, perExample));
            }
            default -> throw config.wrong(key, "one of keras.regularizers", name);
        };
    }

    private static Optional<Penalty> size(String value, double l1, double l2, boolean perExample) {
        return l1 == 0 && l2 == 0 ? Optional.empty() : Optional.of(new Penalty.Size(value, l1, l2, perExample));
    }
}
