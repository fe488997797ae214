package dev.plumbline.network.layer;

import dev.plumbline.experiment.Settings;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.NetworkBuilder;

/** All axes but the batch's in one. */
final class Flatten implements LayerType {
    @Override
    public String name() {
        return "flatten";
    }

    @Override
    public String title() {
        return "Flatten";
    }

    @Override
    public String build(String input, Settings settings, NetworkBuilder network) {
        settings.knowsOnly();
        return network.node("Flatten", Attributes.none().with("axis", 1), input);
    }
}
