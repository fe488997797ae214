package dev.plumbline.network.layer;

import dev.plumbline.experiment.Settings;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.NetworkBuilder;

/** {@code global-average-pool2d} and {@code global-max-pool2d}: one number a channel, {@code (N, channels)}. */
record GlobalPool2D(String name, String title, String operator) implements LayerType {
    @Override
    public String build(String input, Settings settings, NetworkBuilder network) {
        settings.knowsOnly();
        String pooled = network.node(operator, Attributes.none(), input);
        return network.node("Flatten", Attributes.none().with("axis", 1), pooled);
    }
}
