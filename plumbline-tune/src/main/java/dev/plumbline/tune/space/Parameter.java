package dev.plumbline.tune.space;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named part of a space.
 *
 * @param name its name, unique in the space
 * @param domain its values
 * @param condition when it is there, or null for always
 */
public record Parameter(
        String name, Domain domain, @Nullable Condition condition) {
    /** Whether the values chosen so far bring this parameter in. */
    public boolean isActive(Map<String, Object> chosen) {
        return condition == null || condition.holds(chosen);
    }
}
