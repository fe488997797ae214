package dev.plumbline.formats.keras;

import org.jspecify.annotations.Nullable;

/**
 * A value that flows between Keras layers.
 *
 * @param value its name in the network
 * @param mask name of the boolean value that says which steps count, {@code (N, steps)}; null where all do
 */
record KerasTensor(String value, @Nullable String mask) {
    /** A value whose steps all count. */
    static KerasTensor of(String value) {
        return new KerasTensor(value, null);
    }
}
