package dev.plumbline.experiment;

import org.jspecify.annotations.Nullable;

/**
 * Where the targets of one of a network's other outputs come from.
 *
 * @param array of the .npz
 * @param task what they are; null: read from their values
 * @param ignoreClass as {@link DataPlan#ignoreClass()}
 */
public record TargetPlan(
        String array, @Nullable Task task, @Nullable Integer ignoreClass) {
    /** Every class counts. */
    public TargetPlan(String array, @Nullable Task task) {
        this(array, task, null);
    }
}
