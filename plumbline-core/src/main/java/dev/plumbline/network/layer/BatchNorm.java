package dev.plumbline.network.layer;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Settings;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.NetworkBuilder;

/** Batch normalization over axis 1 (Ioffe and Szegedy, 2015): {@code batch-norm: {momentum: 0.9, epsilon: 1e-5}}. */
final class BatchNorm implements LayerType {
    @Override
    public String name() {
        return "batch-norm";
    }

    @Override
    public String title() {
        return "BatchNorm";
    }

    @Override
    public String build(String input, Settings settings, NetworkBuilder network) {
        settings.knowsOnly("momentum", "epsilon");
        Shape shape = network.shape(input);
        if (shape.rank() < 2) {
            throw new UnusableInputException(
                    settings.place(), "at least 2 axes (batch, channels)", shape.toString(), "Move it behind a layer.");
        }
        int channels = shape.get(1);
        Attributes attributes = Attributes.none()
                .with("momentum", settings.number("momentum", 0, 1, 0.9))
                .with("epsilon", settings.number("epsilon", 0, 1, 1e-5))
                .with("unbiased", 1);
        return network.node(
                "BatchNormalization",
                attributes,
                input,
                network.weight("scale", Shape.of(channels), Initializer.ONES, 1, 1),
                network.bias("bias", channels, Initializer.ZEROS),
                network.statistic("running-mean", channels, Initializer.ZEROS),
                network.statistic("running-variance", channels, Initializer.ONES));
    }
}
