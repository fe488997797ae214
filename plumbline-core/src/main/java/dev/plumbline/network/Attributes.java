package dev.plumbline.network;

import dev.plumbline.data.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A node's attributes under their ONNX names. Values are {@code Long}, {@code Double}, {@code String}, {@code Tensor},
 * or lists of {@code Long}, {@code Double} or {@code String}; an attribute that is missing has the default that ONNX
 * gives it.
 */
public record Attributes(Map<String, Object> values) {
    public Attributes {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** No attributes. */
    public static Attributes none() {
        return new Attributes(Map.of());
    }

    /** These attributes with one whole number set. */
    public Attributes with(String name, long value) {
        return withValue(name, value);
    }

    /** These attributes with one real number set. */
    public Attributes with(String name, double value) {
        return withValue(name, value);
    }

    /** These attributes with one text set. */
    public Attributes with(String name, String value) {
        return withValue(name, value);
    }

    /** These attributes with a list of whole numbers set. */
    public Attributes with(String name, List<Integer> value) {
        return withValue(name, value.stream().map(Integer::longValue).toList());
    }

    /** These attributes with one of any of the kinds set. */
    public Attributes withAny(String name, Object value) {
        return withValue(name, value);
    }

    /** These attributes without one. */
    public Attributes without(String name) {
        Map<String, Object> changed = new TreeMap<>(values);
        changed.remove(name);
        return new Attributes(changed);
    }

    private Attributes withValue(String name, Object value) {
        Map<String, Object> changed = new TreeMap<>(values);
        changed.put(name, value);
        return new Attributes(changed);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public int integer(String name, int byDefault) {
        return values.get(name) instanceof Long value ? Math.toIntExact(value) : byDefault;
    }

    public double number(String name, double byDefault) {
        return values.get(name) instanceof Number value ? value.doubleValue() : byDefault;
    }

    public String text(String name, String byDefault) {
        return values.get(name) instanceof String value ? value : byDefault;
    }

    /** A list of whole numbers, or empty where the attribute is missing. */
    public Optional<List<Integer>> integers(String name) {
        return values.get(name) instanceof List<?> list
                ? Optional.of(list.stream().map(v -> Math.toIntExact((Long) v)).toList())
                : Optional.empty();
    }

    /** A list of real numbers, or empty where the attribute is missing. */
    public Optional<List<Double>> numbers(String name) {
        return values.get(name) instanceof List<?> list
                ? Optional.of(list.stream().map(v -> ((Number) v).doubleValue()).toList())
                : Optional.empty();
    }

    /** A list of texts, or empty where the attribute is missing. */
    public Optional<List<String>> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? Optional.of(list.stream().map(String::valueOf).toList())
                : Optional.empty();
    }

    /** A tensor, or empty where the attribute is missing. */
    public Optional<Tensor> tensor(String name) {
        return values.get(name) instanceof Tensor tensor ? Optional.of(tensor) : Optional.empty();
    }
}
