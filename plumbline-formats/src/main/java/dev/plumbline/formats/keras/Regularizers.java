package dev.plumbline.formats.keras;

import dev.plumbline.network.Penalty;
import java.util.Optional;

/** {@code keras.regularizers} as penalties. */
final class Regularizers {
    private Regularizers() {}

    /** The penalties that a layer puts on what it gives. */
    static void activity(LayerScope layer, java.util.List<KerasTensor> outputs) {
        for (KerasTensor output : outputs) {
            penalty(layer.config(), "activity_regularizer", output.value()).ifPresent(layer.model()::penalize);
        }
    }

    /** The penalty that a setting puts on a value; empty for none. */
    static Optional<Penalty> penalty(LayerConfig config, String key, String value) {
        return Optional.empty();
    }
}
