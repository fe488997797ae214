package dev.plumbline.network.layer;

import dev.plumbline.experiment.Settings;
import dev.plumbline.network.NetworkBuilder;

/** A nonlinearity of its own: {@code activation: {activation: relu}}. */
final class Activation implements LayerType {
    @Override
    public String name() {
        return "activation";
    }

    @Override
    public String title() {
        return "Activation";
    }

    @Override
    public String build(String input, Settings settings, NetworkBuilder network) {
        settings.knowsOnly("activation");
        return Activations.add(input, settings, network);
    }
}
