package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * An object of Keras as it stands in a file, {@code {"class_name": ..., "config": {...}}}; a string is an object of
 * that name with nothing set.
 *
 * @param className with no package before it
 * @param config its arguments
 */
record KerasObject(String className, JsonNode config) {
    static KerasObject of(JsonNode given) {
        if (given.isTextual()) {
            return new KerasObject(given.textValue(), MissingNode.getInstance());
        }
        JsonNode config = given.path("config");
        String name = given.path("class_name").asText("");
        // a function is written as an object whose configuration is its name
        if (config.isTextual()) {
            return new KerasObject(config.textValue(), MissingNode.getInstance());
        }
        return new KerasObject(name.substring(name.lastIndexOf('>') + 1), config);
    }

    JsonNode node(String key) {
        return config.path(key);
    }

    boolean has(String key) {
        return !config.path(key).isMissingNode() && !config.path(key).isNull();
    }

    double number(String key, double byDefault) {
        JsonNode node = config.path(key);
        return node.isNumber() ? plain(node.doubleValue()) : byDefault;
    }

    int integer(String key, int byDefault) {
        JsonNode node = config.path(key);
        return node.isNumber() ? node.intValue() : byDefault;
    }

    boolean flag(String key, boolean byDefault) {
        JsonNode node = config.path(key);
        return node.isBoolean() ? node.booleanValue() : byDefault;
    }

    String text(String key, String byDefault) {
        JsonNode node = config.path(key);
        return node.isTextual() ? node.textValue() : byDefault;
    }

    /** What a person wrote, where Keras kept it as a float32: 0.01 for 0.009999999776482582. */
    static double plain(double value) {
        return (float) value == value ? Double.parseDouble(Float.toString((float) value)) : value;
    }
}
