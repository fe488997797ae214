package dev.plumbline.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The classes that the losses of a model file leave out, as a void label of a segmentation is.
 *
 * @param first of the network's own output; null for none
 * @param others by the names of the other outputs
 */
public record IgnoredClasses(@Nullable Integer first, Map<String, Integer> others) {
    /** Every class counts. */
    public static final IgnoredClasses NONE = new IgnoredClasses(null, Map.of());

    public IgnoredClasses {
        others = Map.copyOf(others);
    }
}
