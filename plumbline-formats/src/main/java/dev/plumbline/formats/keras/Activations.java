package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.network.Attributes;

/** {@code keras.activations}, by name or as a serialized object. */
final class Activations {
    private Activations() {}

    /** The activation of a setting applied to a value. */
    static String of(LayerScope layer, String key, String value) {
        return value;
    }
}
