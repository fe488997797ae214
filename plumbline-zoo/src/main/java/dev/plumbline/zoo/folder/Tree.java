package dev.plumbline.zoo.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An experiment file as the tree that YAML makes of it. Immutable: every change copies.
 *
 * @param values by key; values are maps, lists, texts, numbers and booleans
 */
public record Tree(Map<String, Object> values) {
    public Tree {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A tree of keys and values in turn. */
    public static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** The value at a path of keys, {@code training.optimizer.name}; empty where there is none. */
    public Optional<Object> at(String path) {
        Object value = values;
        for (String key : keys(path)) {
            if (!(value instanceof Map<?, ?> map) || !map.containsKey(key)) {
                return Optional.empty();
            }
            value = map.get(key);
        }
        return Optional.ofNullable(value);
    }

    /** The text at a path; empty text where there is none. */
    public String text(String path) {
        return at(path).map(String::valueOf).orElse("");
    }

    /** The number at a path; NaN where there is none. */
    public double number(String path) {
        return at(path).map(value -> value instanceof Number n ? n.doubleValue() : Double.NaN)
                .orElse(Double.NaN);
    }

    /** With a value set at a path; maps on the way are made. */
    public Tree with(String path, Object value) {
        return new Tree(set(values, keys(path), value));
    }

    /** Without the value at a path. */
    public Tree without(String path) {
        int dot = path.lastIndexOf('.');
        Object parent = dot < 0 ? values : at(path.substring(0, dot)).orElse(Map.of());
        Map<String, Object> changed = copy(parent);
        changed.remove(path.substring(dot + 1));
        return dot < 0 ? new Tree(changed) : with(path.substring(0, dot), changed);
    }

    private static List<String> keys(String path) {
        return List.of(path.split("\\.", -1));
    }

    private static Map<String, Object> set(Object within, List<String> path, Object value) {
        Map<String, Object> changed = copy(within);
        String key = path.get(0);
        changed.put(
                key,
                path.size() == 1
                        ? value
                        : set(changed.getOrDefault(key, Map.of()), path.subList(1, path.size()), value));
        return changed;
    }

    /** A copy of a map of the tree that may be changed; an empty one of anything else. */
    static Map<String, Object> copy(Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> copy.put(String.valueOf(key), element));
        }
        return copy;
    }

    /** The layers of a {@code model: {layers: [...]}}, a map of one type each; empty where it has none. */
    public List<Map<String, Object>> layers() {
        List<Map<String, Object>> layers = new ArrayList<>();
        if (at("model.layers").orElse(List.of()) instanceof List<?> list) {
            for (Object layer : list) {
                layers.add(layer instanceof Map<?, ?> ? copy(layer) : map(String.valueOf(layer), Map.of()));
            }
        }
        return layers;
    }

    /** With these layers. */
    public Tree withLayers(List<Map<String, Object>> layers) {
        return with("model.layers", List.copyOf(layers));
    }
}
