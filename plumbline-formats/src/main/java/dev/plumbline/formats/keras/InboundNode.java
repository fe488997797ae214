package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * One call of a layer as a Functional model's file has it: Keras 3's arguments with {@code __keras_tensor__}, or the
 * lists {@code ["layer", call, output, {settings}]} of Keras 2.
 */
final class InboundNode {
    private static final String CONSTANT = "_CONSTANT_VALUE";

    private final JsonNode json;
    private final Set<String> layers;

    /** @param layers the names of all layers of the model */
    InboundNode(JsonNode json, Set<String> layers) {
        this.json = json;
        this.layers = layers;
    }

    /** The values that it reads, in order. */
    List<Reference> references() {
        List<Reference> found = new ArrayList<>();
        call(reference -> {
            found.add(reference);
            return KerasTensor.of("");
        });
        return found;
    }

    /** The call, each value by what it is. */
    Call call(Function<Reference, KerasTensor> values) {
        if (json.isObject() && json.has("args")) {
            List<Argument> positional = new ArrayList<>();
            json.get("args").forEach(argument -> positional.add(argument(argument, values)));
            return new Call(positional, named(json.path("kwargs"), values));
        }
        return legacy(values);
    }

    private Map<String, Argument> named(JsonNode settings, Function<Reference, KerasTensor> values) {
        Map<String, Argument> named = new LinkedHashMap<>();
        settings.properties().forEach(entry -> named.put(entry.getKey(), argument(entry.getValue(), values)));
        return named;
    }

    private Argument argument(JsonNode value, Function<Reference, KerasTensor> values) {
        if (isTensor(value)) {
            return new Argument.One(
                    values.apply(Reference.of(value.path("config").path("keras_history"))));
        }
        if (isLegacyTensor(value)) {
            return new Argument.One(values.apply(Reference.of(value)));
        }
        JsonNode items = value.path("class_name").asText().equals("__tuple__")
                ? value.path("config").has("items") ? value.path("config").get("items") : value.path("items")
                : value;
        if (items.isContainerNode() && holdsTensor(items)) {
            List<Argument> parts = new ArrayList<>();
            items.forEach(item -> parts.add(argument(item, values)));
            return new Argument.Many(parts);
        }
        return new Argument.Literal(value);
    }

    private static boolean isTensor(JsonNode value) {
        return value.path("class_name").asText().equals("__keras_tensor__")
                && Reference.isReference(value.path("config").path("keras_history"));
    }

    private boolean isLegacyTensor(JsonNode value) {
        return Reference.isReference(value) && layers.contains(value.get(0).asText());
    }

    private boolean holdsTensor(JsonNode value) {
        if (isTensor(value) || isLegacyTensor(value)) {
            return true;
        }
        for (JsonNode inner : value) {
            if (holdsTensor(inner)) {
                return true;
            }
        }
        return false;
    }

    private Call legacy(Function<Reference, KerasTensor> values) {
        List<Argument> inputs = new ArrayList<>();
        Map<String, Argument> named = new LinkedHashMap<>();
        for (JsonNode entry : isEntry(json) ? List.of(json) : (Iterable<JsonNode>) json::elements) {
            if (isEntry(entry)) {
                inputs.add(
                        entry.get(0).asText().equals(CONSTANT)
                                ? new Argument.Literal(entry.get(2))
                                : new Argument.One(values.apply(Reference.of(entry))));
                named.putAll(named(entry.size() > 3 ? entry.get(3) : JsonNodeFactory.instance.objectNode(), values));
            } else {
                inputs.add(argument(entry, values));
            }
        }
        Argument first = inputs.size() == 1 ? inputs.get(0) : new Argument.Many(inputs);
        return new Call(List.of(Objects.requireNonNull(first)), named);
    }

    private static boolean isEntry(JsonNode value) {
        return Reference.isReference(value)
                || (value.isArray()
                        && value.size() >= 3
                        && value.get(0).asText().equals(CONSTANT));
    }
}
