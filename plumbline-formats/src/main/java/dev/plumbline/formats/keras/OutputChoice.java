package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of a model's outputs is trained: the loss sees one. A setting that Keras takes for each output, as a list or by
 * the output's name, is looked up for this one.
 */
record OutputChoice(int index, String name) {
    /** The layers that a model's outputs come from. */
    static List<String> names(JsonNode model) {
        List<String> names = new ArrayList<>();
        JsonNode config = model.path("config");
        collect(config.path("output_layers"), names);
        if (names.isEmpty()) {
            JsonNode layers = config.isArray() ? config : config.path("layers");
            names.add(layers.path(layers.size() - 1).path("config").path("name").asText());
        }
        return names;
    }

    /** Each is a list that begins with its layer's name, in lists or in a dictionary. */
    private static void collect(JsonNode given, List<String> names) {
        if (given.path(0).isTextual()) {
            names.add(given.path(0).asText());
        } else {
            given.forEach(inner -> collect(inner, names));
        }
    }

    /** The first output that has a loss; the others' losses are noted as left out. */
    static OutputChoice of(JsonNode losses, List<String> outputs, List<String> notes) {
        boolean each = losses.isArray() || (losses.isObject() && !losses.has("class_name"));
        if (!each) {
            if (outputs.size() > 1 && !losses.isMissingNode() && !losses.isNull()) {
                notes.add("Only the first of the outputs " + String.join(", ", outputs)
                        + " is trained; Keras applies the loss to all of them.");
            }
            return new OutputChoice(0, outputs.isEmpty() ? "" : outputs.get(0));
        }
        OutputChoice chosen = null;
        for (int i = 0; i < outputs.size(); i++) {
            OutputChoice candidate = new OutputChoice(i, outputs.get(i));
            JsonNode loss = candidate.of(losses);
            if (loss.isMissingNode() || loss.isNull()) {
                continue;
            }
            if (chosen == null) {
                chosen = candidate;
            } else {
                notes.add("The loss of output " + candidate.name() + " is left out: Plumbline trains " + chosen.name()
                        + " alone.");
            }
        }
        if (chosen != null && chosen.index() > 0) {
            notes.add("The file's loss is that of output " + chosen.name() + ", which is not the first.");
        }
        return chosen == null ? new OutputChoice(0, outputs.isEmpty() ? "" : outputs.get(0)) : chosen;
    }

    /** The setting of this output; the setting itself where it is one for all. */
    JsonNode of(JsonNode setting) {
        if (setting.isArray()) {
            return setting.path(index);
        }
        if (setting.isObject() && !setting.has("class_name")) {
            return setting.has(name) ? setting.path(name) : MissingNode.getInstance();
        }
        return setting;
    }
}
