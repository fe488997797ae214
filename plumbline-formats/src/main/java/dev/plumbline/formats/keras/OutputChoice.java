package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One of a model's outputs. A setting that Keras takes for each output, as a list or by the output's name, is looked up
 * for this one.
 */
record OutputChoice(int index, String name) {
    /** The first of a model's outputs. */
    static OutputChoice first(List<String> outputs) {
        return new OutputChoice(0, outputs.isEmpty() ? "" : outputs.get(0));
    }

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

    /**
     * The outputs that have a loss, in order; one loss for all counts for each.
     *
     * @param outputs the layers that the model's outputs come from
     */
    static List<OutputChoice> trained(JsonNode losses, List<String> outputs) {
        List<OutputChoice> trained = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            OutputChoice candidate = new OutputChoice(i, outputs.get(i));
            JsonNode loss = candidate.of(losses);
            if (!loss.isMissingNode() && !loss.isNull()) {
                trained.add(candidate);
            }
        }
        return trained;
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
