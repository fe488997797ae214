package dev.plumbline.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model file says of the targets that its outputs are compared with.
 *
 * @param name what it calls the network's own output, by which its targets may go too; null where there is no need to
 *     tell it from others
 * @param ignoreClass the class that the loss of the network's own output leaves out, as a void label of a segmentation
 *     is; null for none
 * @param otherIgnoreClasses those that the losses of other outputs leave out, by the outputs' names
 */
public record ImportedTargets(
        @Nullable String name, @Nullable Integer ignoreClass, Map<String, Integer> otherIgnoreClasses) {
    /** Nothing said. */
    public static final ImportedTargets NONE = new ImportedTargets(null, null, Map.of());

    public ImportedTargets {
        otherIgnoreClasses = Map.copyOf(otherIgnoreClasses);
    }
}
