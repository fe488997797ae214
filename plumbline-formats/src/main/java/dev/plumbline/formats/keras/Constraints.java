package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.network.Constraint;
import dev.plumbline.network.Constraint.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code keras.constraints} as constraints of parameters, their axes where the parameter has them. */
final class Constraints {
    private Constraints() {}

    /** The constraint that a setting puts on a variable; empty for none. */
    static Optional<Constraint> constraint(LayerConfig config, String key, String parameter, Layout layout, int rank) {
        if (!config.has(key)) {
            return Optional.empty();
        }
        JsonNode json = config.get(key);
        String name = json.isTextual() ? json.asText() : json.path("class_name").asText();
        JsonNode settings = json.isObject() ? json.path("config") : JsonNodeFactory.instance.objectNode();
        LayerConfig its = new LayerConfig(config.subject() + ", `" + key + "`", settings);
        List<Integer> axes = layout.axes(its.has("axis") ? its.integers("axis") : List.of(0), rank);
        String kind = name.replace("_", "").toLowerCase(Locale.ROOT);
        if (axes.contains(-1) && !kind.startsWith("nonneg")) {
            throw its.unsupported(
                    "a norm over axes that the kernel keeps", "axes " + its.get("axis") + ", one of which is merged");
        }
        return Optional.of(
                switch (kind) {
                    case "nonneg", "nonnegative" -> new Constraint(parameter, Kind.NON_NEGATIVE, 0, 0, 1, List.of());
                    case "unitnorm" -> new Constraint(parameter, Kind.UNIT_NORM, 1, 1, 1, axes);
                    case "maxnorm" -> new Constraint(parameter, Kind.MAX_NORM, 0, its.number("max_value", 2), 1, axes);
                    case "minmaxnorm" ->
                        new Constraint(
                                parameter,
                                Kind.MIN_MAX_NORM,
                                its.number("min_value", 0),
                                its.number("max_value", 1),
                                its.number("rate", 1),
                                axes);
                    default -> throw config.wrong(key, "a constraint of keras.constraints", name);
                });
    }
}
