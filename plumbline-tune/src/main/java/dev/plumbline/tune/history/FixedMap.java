package dev.plumbline.tune.history;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of few entries in their order, in two arrays: a study of a million trials holds a million of them,
 * and a hash table each is four times as large. A look-up goes through the names, of which a trial has a few.
 */
final class FixedMap<V> extends AbstractMap<String, V> {
    private final String[] names;
    private final Object[] values;

    private FixedMap(Map<String, ? extends V> map) {
        names = map.keySet().toArray(String[]::new);
        values = map.values().toArray();
    }

    /** The entries in the map's order; the map itself where it cannot change. */
    static <V> Map<String, V> copyOf(Map<String, V> map) {
        if (map.isEmpty()) {
            return Map.of();
        }
        return map instanceof FixedMap<V> fixed ? fixed : new FixedMap<>(map);
    }

    @SuppressWarnings("unchecked")
    private V value(int place) {
        return (V) values[place];
    }

    private int place(@Nullable Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public @Nullable V get(@Nullable Object name) {
        int place = place(name);
        return place < 0 ? null : value(place);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return place(name) >= 0;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, V>> {
        @Override
        public int size() {
            return names.length;
        }

        @Override
        public Iterator<Map.Entry<String, V>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < names.length;
                }

                @Override
                public Map.Entry<String, V> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return Map.entry(names[next], value(next++));
                }
            };
        }
    }
}
