package dev.plumbline.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where two networks part that were given the same inputs and, as far as they fit, the same parameters.
 *
 * @param agrees how many of this network's nodes have a value that the other has too
 * @param nodes how many it has
 * @param last where they last agree; null where it is the input
 * @param here this network's first node that the other has no like of; null where it ends there
 * @param there the other network's; null where that ends there
 * @param reordered whether the two hold the same numbers in another order
 * @param unmatched this network's parameters that nothing in the other fits
 * @param settings what else differs and no value shows: rates, momenta, what is trained
 */
public record NetworkDifference(
        int agrees,
        int nodes,
        @Nullable Place last,
        @Nullable Place here,
        @Nullable Place there,
        boolean reordered,
        List<String> unmatched,
        List<String> settings) {
    public NetworkDifference {
        unmatched = List.copyOf(unmatched);
        settings = List.copyOf(settings);
    }

    /** A node as a person finds it. */
    public record Place(String layer, String operator, String settings, String shape) {
        String text() {
            return operator + (settings.isEmpty() ? "" : " (" + settings + ")") + " of layer " + layer + ", " + shape;
        }
    }

    /** Whether the two compute the same. */
    boolean isNone() {
        return here == null && there == null;
    }
}
