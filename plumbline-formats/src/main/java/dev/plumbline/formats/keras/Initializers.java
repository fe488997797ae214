package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.network.Initializer;

/** {@code keras.initializers} as initializers of the network. */
final class Initializers {
    static final Initializer GLOROT_UNIFORM = Initializer.GLOROT;

    private Initializers() {}

    /** The initializer of a setting, or the default where there is none. */
    static Initializer read(LayerConfig config, String key, Initializer byDefault) {
        JsonNode json = config.get(key);
        return byDefault;
    }
}
