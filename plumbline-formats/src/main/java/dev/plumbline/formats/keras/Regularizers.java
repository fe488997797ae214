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
            of(layer.config(), "activity_regularizer", output.value(), true).ifPresent(layer.model()::penalize);
        }
    }

    /** The penalty that a setting puts on a variable; empty for none. */
    static Optional<Penalty> penalty(LayerConfig config, String key, String parameter) {
        return of(config, key, parameter, false);
    }

    private static Optional<Penalty> of(LayerConfig config, String key, String value, boolean perExample) {
        if (!config.has(key)) {
            return Optional.empty();
        }
        JsonNode json = config.get(key);
        String name = json.isTextual() ? json.asText() : json.path("class_name").asText();
        JsonNode settings = json.isObject() ? json.path("config") : JsonNodeFactory.instance.objectNode();
        LayerConfig its = new LayerConfig(config.subject() + ", `" + key + "`", settings);
        Penalty penalty = switch (name.replace("_", "").toLowerCase(Locale.ROOT)) {
            case "l1" -> new Penalty(value, its.number("l1", DEFAULT), 0, perExample);
            case "l2" -> new Penalty(value, 0, its.number("l2", DEFAULT), perExample);
            case "l1l2" -> {
                // the name alone stands for the function l1_l2, whose defaults differ from the class's
                double byDefault = json.isTextual() ? DEFAULT : 0;
                yield new Penalty(value, its.number("l1", byDefault), its.number("l2", byDefault), perExample);
            }
            default -> throw config.wrong(key, "an L1, L2 or L1L2 regularizer, which Plumbline can train with", name);
        };
        return penalty.l1() == 0 && penalty.l2() == 0 ? Optional.empty() : Optional.of(penalty);
    }
}
