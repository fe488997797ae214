package dev.plumbline.network.layer;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Settings;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.NetworkBuilder;
import java.util.List;

/** Convolution over images {@code (N, channels, height, width)}: {@code conv2d: {filters: 6, kernel-size: 5}}. */
final class Conv2D implements LayerType {
    @Override
    public String name() {
        return "conv2d";
    }

    @Override
    public String title() {
        return "Conv2D";
    }

    @Override
    public String build(String input, Settings settings, NetworkBuilder network) {
        settings.knowsOnly(
                "filters",
                "kernel-size",
                "strides",
                "padding",
                "activation",
                "use-bias",
                "initializer",
                "bias-initializer");
        int filters = settings.integer("filters", 1);
        List<Integer> kernel = Windows.pair(settings, "kernel-size", 3);
        Shape image = network.shape(input);
        if (image.rank() != 4) {
            throw new UnusableInputException(
                    settings.place(),
                    "4 axes (batch, channels, height, width)",
                    image.rank() + " axes: " + image,
                    "Set `data.sample-shape: [channels, height, width]`.");
        }
        int channels = image.get(1);
        int window = kernel.get(0) * kernel.get(1);
        String weight = network.weight(
                "weight",
                Shape.of(filters, channels, kernel.get(0), kernel.get(1)),
                Activations.initializer(settings),
                channels * window,
                filters * window);
        Attributes attributes = Windows.attributes(settings, kernel, List.of(1, 1));
        String sum = settings.flag("use-bias", true)
                ? network.node(
                        "Conv",
                        attributes,
                        input,
                        weight,
                        network.bias("bias", filters, Activations.biasInitializer(settings)))
                : network.node("Conv", attributes, input, weight);
        return Activations.add(sum, settings, network);
    }
}
