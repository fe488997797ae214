package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Initializer.VarianceScaling;
import dev.plumbline.network.Initializer.VarianceScaling.Distribution;
import dev.plumbline.network.Initializer.VarianceScaling.Mode;
import java.util.Locale;

/** {@code keras.initializers} as initializers of the network. */
final class Initializers {
    static final Initializer GLOROT_UNIFORM = new VarianceScaling(1, Mode.FAN_AVG, Distribution.UNIFORM);

    private Initializers() {}

    /** The initializer of a setting, or the default where there is none. */
    static Initializer read(LayerConfig config, String key, Initializer byDefault) {
        if (!config.has(key)) {
            return byDefault;
        }
        JsonNode json = config.get(key);
        String name = json.isTextual() ? json.asText() : json.path("class_name").asText();
        JsonNode settings = json.isObject() ? json.path("config") : JsonNodeFactory.instance.objectNode();
        return of(name, new LayerConfig(config.subject() + ", `" + key + "`", settings), key);
    }

    private static Initializer of(String name, LayerConfig its, String key) {
        return switch (name.replace("_", "").toLowerCase(Locale.ROOT)) {
            case "zeros", "zero" -> Initializer.ZEROS;
            case "ones", "one" -> Initializer.ONES;
            case "constant" -> new Initializer.Constant(its.number("value", 0));
            case "randomnormal", "normal" ->
                new Initializer.NormalAround(its.number("mean", 0), its.number("stddev", 0.05));
            case "truncatednormal" ->
                new Initializer.TruncatedNormal(its.number("mean", 0), its.number("stddev", 0.05));
            case "randomuniform", "uniform" ->
                new Initializer.UniformBetween(its.number("minval", -0.05), its.number("maxval", 0.05));
            case "glorotuniform" -> GLOROT_UNIFORM;
            case "glorotnormal" -> new VarianceScaling(1, Mode.FAN_AVG, Distribution.TRUNCATED_NORMAL);
            case "henormal" -> new VarianceScaling(2, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);
            case "heuniform" -> new VarianceScaling(2, Mode.FAN_IN, Distribution.UNIFORM);
            case "lecunnormal" -> new VarianceScaling(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);
            case "lecununiform" -> new VarianceScaling(1, Mode.FAN_IN, Distribution.UNIFORM);
            case "variancescaling" ->
                new VarianceScaling(
                        its.number("scale", 1),
                        one(Mode.class, its, "mode", "fan_in"),
                        one(Distribution.class, its, "distribution", "truncated_normal"));
            case "orthogonal", "orthogonalinitializer" -> new Initializer.Orthogonal(its.number("gain", 1));
            case "identity", "identityinitializer" -> new Initializer.Identity(its.number("gain", 1));
            default -> throw its.wrong(key, "an initializer of keras.initializers", name);
        };
    }

    private static <E extends Enum<E>> E one(Class<E> type, LayerConfig its, String key, String byDefault) {
        String word = its.text(key, byDefault).toUpperCase(Locale.ROOT);
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(word.equals("NORMAL") ? "TRUNCATED_NORMAL" : word)) {
                return value;
            }
        }
        throw its.wrong(key, "one of keras.initializers' words", word.toLowerCase(Locale.ROOT));
    }
}
