package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plumbline.UnusableInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A layer's settings, with errors that name the layer and the setting.
 *
 * @param subject the layer, as messages name it
 * @param json what its {@code get_config()} gave
 */
record LayerConfig(String subject, JsonNode json) {
    /** Beyond this no size of a layer makes sense. */
    private static final long MOST = Integer.MAX_VALUE;

    JsonNode get(String key) {
        JsonNode value = json.get(key);
        return value == null ? MissingNode.getInstance() : value;
    }

    /** Whether the setting is there and not null. */
    boolean has(String key) {
        return !get(key).isMissingNode() && !get(key).isNull();
    }

    /** A whole number. */
    int integer(String key, int byDefault) {
        return has(key) ? whole(get(key), key) : byDefault;
    }

    /** A whole number that must be there and at least 1. */
    int size(String key) {
        int size = whole(get(key), key);
        if (size < 1) {
            throw wrong(key, "a number of at least 1", String.valueOf(size));
        }
        return size;
    }

    private int whole(JsonNode value, String key) {
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (number != Math.rint(number) || Math.abs(number) > MOST) {
            throw wrong(key, "a whole number up to " + MOST, text(value));
        }
        return (int) number;
    }

    double number(String key, double byDefault) {
        if (!has(key)) {
            return byDefault;
        }
        JsonNode value = get(key);
        // Keras 2 wrapped some numbers as {"class_name": "__numpy__", "value": ...}
        JsonNode inner =
                value.path("config").has("value") ? value.path("config").get("value") : value;
        inner = inner.isObject() && inner.has("value") ? inner.get("value") : inner;
        if (!inner.isNumber() || !Double.isFinite(inner.doubleValue())) {
            throw wrong(key, "a finite number", text(value));
        }
        return inner.doubleValue();
    }

    boolean flag(String key, boolean byDefault) {
        return has(key) ? get(key).asBoolean(byDefault) : byDefault;
    }

    String text(String key, String byDefault) {
        return has(key) && get(key).isTextual() ? get(key).asText() : byDefault;
    }

    /** Whole numbers, one for each of so many axes; a single number stands for all. */
    List<Integer> sizes(String key, int count, int byDefault) {
        if (!has(key)) {
            return Collections.nCopies(count, byDefault);
        }
        List<Integer> sizes = integers(key);
        if (sizes.size() == 1 && count > 1) {
            sizes = Collections.nCopies(count, sizes.get(0));
        }
        if (sizes.size() != count) {
            throw wrong(key, count + " whole numbers", text(get(key)));
        }
        return sizes;
    }

    /** Like {@link #sizes} with each at least 1. */
    List<Integer> positive(String key, int count, int byDefault) {
        List<Integer> sizes = sizes(key, count, byDefault);
        if (sizes.stream().anyMatch(s -> s < 1)) {
            throw wrong(key, "numbers of at least 1", sizes.toString());
        }
        return sizes;
    }

    /** All whole numbers of a list, of lists within lists too; a number alone is a list of one. */
    List<Integer> integers(String key) {
        List<Integer> all = new ArrayList<>();
        collect(get(key), key, all);
        return all;
    }

    private void collect(JsonNode value, String key, List<Integer> all) {
        JsonNode items = value.isObject() && value.has("items") ? value.get("items") : value;
        if (items.isArray()) {
            items.forEach(item -> collect(item, key, all));
        } else {
            all.add(whole(items, key));
        }
    }

    /** Real numbers of a list; a number alone is a list of one. */
    Optional<List<Double>> numbers(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        List<Double> all = new ArrayList<>();
        flatten(get(key), key, all);
        return Optional.of(all);
    }

    private void flatten(JsonNode value, String key, List<Double> all) {
        if (value.isArray()) {
            value.forEach(item -> flatten(item, key, all));
        } else if (value.isObject() && value.path("config").has("value")) {
            flatten(value.path("config").get("value"), key, all);
        } else if (value.isNumber()) {
            all.add(value.doubleValue());
        } else {
            throw wrong(key, "numbers", text(value));
        }
    }

    /** Whether images have their channels first. */
    boolean channelsFirst() {
        return switch (text("data_format", "channels_last")) {
            case "channels_first" -> true;
            case "channels_last" -> false;
            default -> throw wrong("data_format", "channels_last or channels_first", text("data_format", ""));
        };
    }

    /** An error about one of the settings. */
    UnusableInputException wrong(String key, String expected, String found) {
        return new UnusableInputException(
                subject + ", `" + key + "`", expected, found, "Change this setting and save the model again.");
    }

    /** An error about something that Plumbline cannot compute. */
    UnusableInputException unsupported(String expected, String found) {
        return new UnusableInputException(
                subject, expected, found, "Build the model without it, or export it as ONNX (tf2onnx).");
    }

    private static String text(JsonNode value) {
        String text = value.isMissingNode() ? "nothing" : value.toString();
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }
}
