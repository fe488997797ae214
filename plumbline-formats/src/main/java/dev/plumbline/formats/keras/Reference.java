package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.UnusableInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a Functional model's file names a value: which call of which layer made it.
 *
 * @param layer the layer's name
 * @param call which of its calls, from 0
 * @param output which of the call's outputs
 */
record Reference(String layer, int call, int output) {
    /** Whether it is {@code ["dense", 0, 0]}. */
    static boolean isReference(JsonNode json) {
        return json.isArray()
                && json.size() >= 3
                && json.get(0).isTextual()
                && json.get(1).isIntegralNumber()
                && json.get(2).isIntegralNumber();
    }

    static Reference of(JsonNode json) {
        return new Reference(
                json.get(0).asText(), json.get(1).asInt(), json.get(2).asInt());
    }

    /** All within lists and dictionaries, in order: a model's {@code input_layers} or {@code output_layers}. */
    static List<Reference> all(JsonNode json, String subject) {
        List<Reference> found = new ArrayList<>();
        collect(json, found);
        if (found.isEmpty()) {
            throw new UnusableInputException(
                    subject,
                    "the names of layers",
                    json.isMissingNode() ? "nothing" : "none",
                    "Save the model again with model.save(\"model.keras\").");
        }
        return found;
    }

    private static void collect(JsonNode json, List<Reference> found) {
        if (isReference(json)) {
            found.add(of(json));
        } else if (json.isContainerNode()) {
            json.forEach(inner -> collect(inner, found));
        }
    }
}
