package dev.plumbline.formats.onnx;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which value of the network each name of a graph stands for. A graph within a graph sees the names around it; a
 * function sees only what it is given.
 */
final class Scope {
    private final @Nullable Scope around;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> wishes = new HashMap<>();
    private final Map<String, TensorReader.Typed> pending = new HashMap<>();
    private final String prefix;
    private @Nullable Set<String> read;

    /** @param prefix before the names that its nodes make: empty for the model's own graph */
    Scope(@Nullable Scope around, String prefix) {
        this.around = around;
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    /** Which of its names something reads. */
    void reads(Set<String> names) {
        read = names;
    }

    /** Whether something reads a name, as far as is known. */
    boolean isRead(String name) {
        return read == null || read.contains(name);
    }

    /** A name stands for a value from now on. */
    void put(String name, String value) {
        values.put(name, value);
    }

    /** A name is to become the given value when it is made, so that outputs are called as outside. */
    void wish(String name, String value) {
        wishes.put(name, value);
    }

    /** How the value that a name will stand for is to be called. */
    String wanted(String name) {
        String wish = wishes.get(name);
        return wish != null ? wish : prefix + name;
    }

    /** A tensor that becomes a parameter when something reads it. */
    void hold(String name, TensorReader.Typed tensor) {
        pending.put(name, tensor);
    }

    /** The tensor that a name was given and that is no parameter yet. */
    TensorReader.@Nullable Typed release(String name) {
        return pending.remove(name);
    }

    boolean holds(String name) {
        return pending.containsKey(name);
    }

    /** The scope in which a name is known, from here outwards; null where it is known nowhere. */
    @Nullable
    Scope owner(String name) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            if (scope.values.containsKey(name) || scope.pending.containsKey(name)) {
                return scope;
            }
        }
        return null;
    }

    /** The value that a name of this very scope stands for. */
    @Nullable
    String value(String name) {
        return values.get(name);
    }
}
