package dev.plumbline.network.architecture;

import dev.plumbline.data.Schema;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole network by name, as layers that fit the data.
 *
 * <p>To add one: write a class, and list it in {@link Architectures#standard()}.
 */
public interface Architecture {
    /** The word in the experiment file: {@code lenet}. */
    String name();

    /**
     * Every setting that it knows, with its default. Interventions read from them what can be changed: {@code hidden},
     * {@code filters} and {@code units} are sizes, {@code dropout}, {@code batch-norm} and {@code activation} what they
     * say.
     */
    Map<String, Object> defaults();

    /** The given settings, and the defaults of those left out. */
    default Settings filled(Settings given) {
        Map<String, Object> all = new LinkedHashMap<>(defaults());
        all.putAll(given.values());
        return Settings.of(given.place(), all);
    }

    /**
     * The layers, the output layer last, giving logits (or values) without an activation.
     *
     * @param schema what goes in
     * @param outputs units of the output layer
     * @param settings the architecture's own; an unknown key must be an error
     */
    List<LayerSpec> layers(Schema schema, int outputs, Settings settings);
}
