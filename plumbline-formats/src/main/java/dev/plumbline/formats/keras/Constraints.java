package dev.plumbline.formats.keras;

import dev.plumbline.network.Constraint;
import java.util.Optional;

/** {@code keras.constraints} as constraints of parameters. */
final class Constraints {
    private Constraints() {}

    /** The constraint that a setting puts on a variable; empty for none. */
    static Optional<Constraint> constraint(LayerConfig config, String key, String parameter, Layout layout, int rank) {
        return Optional.empty();
    }
}
