package dev.plumbline.network.architecture;

import dev.plumbline.data.Schema;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Settings;
import java.util.List;

/**
 * A whole network by name, as layers that fit the data.
 *
 * <p>To add one: write a class, and list it in {@link Architectures#standard()}.
 */
public interface Architecture {
    /** The word in the experiment file: {@code lenet}. */
    String name();

    /**
     * The layers, the output layer last, giving logits (or values) without an activation.
     *
     * @param schema what goes in
     * @param outputs units of the output layer
     * @param settings the architecture's own; an unknown key must be an error
     */
    List<LayerSpec> layers(Schema schema, int outputs, Settings settings);
}
