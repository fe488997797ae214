package dev.plumbline.network.layer;

import dev.plumbline.experiment.Settings;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.NetworkBuilder;

/** Zeroes a share {@code rate} of the values in training and scales up the rest: {@code dropout: {rate: 0.5}}. */
final class Dropout implements LayerType {
    @Override
    public String name() {
        return "dropout";
    }

    @Override
    public String title() {
        return "Dropout";
    }

    @Override
    public String build(String input, Settings settings, NetworkBuilder network) {
        settings.knowsOnly("rate");
        double rate = settings.number("rate", 0, 0.999, 0.5);
        return network.node("Dropout", Attributes.none().with("ratio", rate), input);
    }
}
