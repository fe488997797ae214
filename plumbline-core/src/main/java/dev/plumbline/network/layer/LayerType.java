package dev.plumbline.network.layer;

import dev.plumbline.experiment.Settings;
import dev.plumbline.network.NetworkBuilder;

/**
 * A kind of layer that a person can write in the experiment file.
 *
 * <p>To add one: write a class, and list it in {@link LayerTypes#standard()}.
 */
public interface LayerType {
    /** The word in the experiment file: {@code max-pool2d}. */
    String name();

    /** The word in reports: {@code MaxPool2D}. */
    String title();

    /**
     * Adds the layer's nodes behind a value. The layer's scope has been started.
     *
     * @param settings the layer's own, without {@code name} and {@code trainable}; an unknown key must be an error
     * @return the name of the value it gives
     */
    String build(String input, Settings settings, NetworkBuilder network);
}
