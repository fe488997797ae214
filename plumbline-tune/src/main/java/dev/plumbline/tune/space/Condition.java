package dev.plumbline.tune.space;

import java.util.List;
import java.util.Map;

/**
 * When a parameter is there: where an earlier one has one of these values.
 *
 * @param parent the name of the earlier parameter
 * @param values the values of it that bring this one in
 */
public record Condition(String parent, List<Object> values) {
    public Condition {
        values = Choices.of(values);
    }

    /** Where {@code parent} has one of these values. */
    public static Condition when(String parent, Object... values) {
        return new Condition(parent, List.of(values));
    }

    /** Whether the values chosen so far bring the parameter in. */
    public boolean holds(Map<String, Object> chosen) {
        Object value = chosen.get(parent);
        return value != null && Choices.contains(values, value);
    }
}
