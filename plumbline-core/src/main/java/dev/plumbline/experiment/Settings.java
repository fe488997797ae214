package dev.plumbline.experiment;

import dev.plumbline.UnusableInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Named values that a person wrote, read with errors a person can act on: every one names the place, what was expected
 * and what was found.
 *
 * <pre>{@code
 * Settings dense = Settings.of("layer dense_1", Map.of("units", 128, "activation", "relu"));
 * int units = dense.integer("units", 1);
 * dense.knowsOnly("units", "activation");
 * }</pre>
 *
 * Values are {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code List} of these, or {@code Map} of
 * these. Two settings are equal if their values are; the place does not count.
 */
public final class Settings {
    private final String place;
    private final Map<String, Object> values;

    private Settings(String place, Map<String, Object> values) {
        this.place = place;
        this.values = values;
    }

    /**
     * Settings over the given values, copied.
     *
     * @param place where they stand, as an error names it: {@code experiment.yaml, line 7: training}
     */
    public static Settings of(String place, Map<String, ?> values) {
        Map<String, Object> copied = new LinkedHashMap<>();
        values.forEach((key, value) -> copied.put(key, widened(value)));
        return new Settings(place, java.util.Collections.unmodifiableMap(copied));
    }

    /** No settings at all. */
    public static Settings none(String place) {
        return new Settings(place, Map.of());
    }

    private static Object widened(Object value) {
        if (value instanceof Integer i) {
            return (long) i;
        }
        if (value instanceof Float f) {
            return (double) f;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Settings::widened).toList();
        }
        return value;
    }

    /** Where they stand. */
    public String place() {
        return place;
    }

    /** The plain values, for writing. */
    public Map<String, Object> values() {
        return values;
    }

    /** Whether the key has a value. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** These settings with one value set. */
    public Settings with(String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return of(place, changed);
    }

    /** These settings without the key. */
    public Settings without(String key) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.remove(key);
        return of(place, changed);
    }

    /** Throws for the first key that is not one of the known, naming the nearest. */
    public void knowsOnly(String... known) {
        Set<String> right = Set.of(known);
        for (String key : values.keySet()) {
            if (!right.contains(key)) {
                String nearest = Spelling.nearest(key, Arrays.asList(known));
                throw new UnusableInputException(
                        place,
                        known.length == 0 ? "no settings" : "one of the keys " + String.join(", ", known),
                        "unknown key `" + key + "`",
                        known.length == 0 ? "Remove it." : "Did you mean `" + nearest + "`?");
            }
        }
    }

    /** Text, or empty where the key is missing. */
    public Optional<String> text(String key) {
        Object value = values.get(key);
        if (value instanceof List || value instanceof Map) {
            throw wrong(key, "text", value);
        }
        return Optional.ofNullable(value).map(Settings::plain);
    }

    /** A whole number of at least {@code min}; the key must be there. */
    public int integer(String key, int min) {
        if (!has(key)) {
            throw new UnusableInputException(
                    place, "a value for `" + key + "`", "none", "Add `" + key + ": ...`, a whole number.");
        }
        return integer(key, min, 0);
    }

    /** A whole number of at least {@code min}, or the default where the key is missing. */
    public int integer(String key, int min, int byDefault) {
        Object value = values.get(key);
        if (value == null) {
            return byDefault;
        }
        if (!(value instanceof Long number) || number > Integer.MAX_VALUE) {
            throw wrong(key, "a whole number", value);
        }
        if (number < min) {
            throw wrong(key, "at least " + min, value);
        }
        return number.intValue();
    }

    /** A finite number in {@code [min, max]}, or the default where the key is missing. */
    public double number(String key, double min, double max, double byDefault) {
        Object value = values.get(key);
        if (value == null) {
            return byDefault;
        }
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            throw wrong(key, "a number", value);
        }
        if (number.doubleValue() < min || number.doubleValue() > max) {
            String range = max == Double.MAX_VALUE
                    ? "a number of at least " + shown(min)
                    : "a number from " + shown(min) + " to " + shown(max);
            throw wrong(key, range, value);
        }
        return number.doubleValue();
    }

    /** true or false, or the default where the key is missing. */
    public boolean flag(String key, boolean byDefault) {
        Object value = values.get(key);
        if (value == null) {
            return byDefault;
        }
        if (!(value instanceof Boolean flag)) {
            throw wrong(key, "true or false", value);
        }
        return flag;
    }

    /** Whole numbers; a single one stands for a list of it. Empty where the key is missing. */
    public List<Integer> integers(String key, int min) {
        Object value = values.get(key);
        List<Integer> numbers = new ArrayList<>();
        for (Object element : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            if (!(element instanceof Long number) || number < min || number > Integer.MAX_VALUE) {
                throw wrong(key, "whole numbers of at least " + min, Objects.requireNonNull(value));
            }
            numbers.add(number.intValue());
        }
        return numbers;
    }

    /** Finite numbers in {@code [min, max]}; a single one stands for a list of it. Empty where the key is missing. */
    public List<Double> numbers(String key, double min, double max) {
        Object value = values.get(key);
        List<Double> numbers = new ArrayList<>();
        for (Object element : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            if (!(element instanceof Number number)
                    || !Double.isFinite(number.doubleValue())
                    || number.doubleValue() < min
                    || number.doubleValue() > max) {
                throw wrong(key, "numbers of at least " + shown(min), Objects.requireNonNull(value));
            }
            numbers.add(number.doubleValue());
        }
        return numbers;
    }

    /** Texts; a single one stands for a list of it. Empty where the key is missing. */
    public List<String> texts(String key) {
        Object value = values.get(key);
        List<String> texts = new ArrayList<>();
        for (Object element : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            if (element instanceof List || element instanceof Map) {
                throw wrong(key, "a list of names", Objects.requireNonNull(value));
            }
            texts.add(plain(element));
        }
        return texts;
    }

    /** The settings below the key, or empty where it is missing. */
    public Optional<Settings> nested(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Map)) {
            throw wrong(key, "settings, as `" + key + ": {...}`", value);
        }
        @SuppressWarnings("unchecked") // every Map in here has come through of() or the YAML reader, with String keys
        Map<String, Object> below = (Map<String, Object>) value;
        return Optional.of(of(place + "." + key, below));
    }

    /** The fault "this key's value is not what was expected". */
    public UnusableInputException wrong(String key, String expected, Object found) {
        return new UnusableInputException(
                place + "." + key, expected, shown(found), "Correct the value of `" + key + "`.");
    }

    private static String shown(Object value) {
        return value instanceof String ? "\"" + value + "\"" : plain(value);
    }

    /** 128.0 reads worse than 128. */
    private static String plain(Object value) {
        return value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15
                ? String.valueOf(d.longValue())
                : String.valueOf(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
