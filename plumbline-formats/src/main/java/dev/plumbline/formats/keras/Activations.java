package dev.plumbline.formats.keras;

/** {@code keras.activations}, by name or as a serialized object. */
final class Activations {
    private Activations() {}

    /** The activation of a setting applied to a value. */
    static String of(LayerScope layer, String key, String value) {
        return value;
    }
}
