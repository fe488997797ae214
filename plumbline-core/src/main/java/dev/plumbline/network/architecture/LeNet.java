package dev.plumbline.network.architecture;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two convolutions with pooling, two dense layers (S1; after LeCun et al., 1998, with ReLU and max pooling as is usual
 * today): {@code {architecture: lenet, filters: [6, 16], hidden: [120, 84], kernel-size: auto, dropout: 0, batch-norm:
 * false}}. Without a kernel size images smaller than 16 pixels get 3 x 3 kernels, so that there is something left to
 * see behind the second pooling, and others 5 x 5.
 */
final class LeNet implements Architecture {
    private static final int SMALL = 16;
    private static final String AUTO = "auto";

    @Override
    public String name() {
        return "lenet";
    }

    @Override
    public Map<String, Object> defaults() {
        return Map.of(
                "filters",
                List.of(6, 16),
                "hidden",
                List.of(120, 84),
                "kernel-size",
                AUTO,
                "dropout",
                0.0,
                "batch-norm",
                false);
    }

    @Override
    public List<LayerSpec> layers(Schema schema, int outputs, Settings given) {
        given.knowsOnly(defaults().keySet().toArray(String[]::new));
        Settings settings = filled(given);
        Shape image = schema.inputs().get(0).shape();
        if (image.rank() != 3) {
            throw new UnusableInputException(
                    "architecture lenet",
                    "images (channels, height, width)",
                    "examples of shape " + image,
                    "Set `data.sample-shape: [channels, height, width]`, or use `architecture: mlp`.");
        }
        List<Integer> filters = settings.integers("filters", 1);
        List<Integer> hidden = settings.integers("hidden", 1);
        double dropout = settings.number("dropout", 0, 0.999, 0);
        int side = Math.min(image.get(1), image.get(2));
        int kernel = kernel(settings, side);
        List<LayerSpec> layers = new ArrayList<>();
        for (int count : filters) {
            layers.add(Specs.layer(
                    "conv2d",
                    Map.of("filters", count, "kernel-size", kernel, "padding", "same", "activation", "relu")));
            if (settings.flag("batch-norm", false)) {
                layers.add(Specs.layer("batch-norm"));
            }
            if (side >= 2) {
                layers.add(Specs.layer("max-pool2d", Map.of("pool-size", 2)));
                side /= 2;
            }
        }
        layers.add(Specs.layer("flatten"));
        for (int units : hidden) {
            layers.add(Specs.layer("dense", Map.of("units", units, "activation", "relu")));
            if (dropout > 0) {
                layers.add(Specs.layer("dropout", Map.of("rate", dropout)));
            }
        }
        layers.add(Specs.output(outputs));
        return layers;
    }

    private static int kernel(Settings settings, int side) {
        boolean isAuto = settings.text("kernel-size").filter(AUTO::equals).isPresent();
        int usual = side < SMALL ? 3 : 5;
        return isAuto ? usual : settings.integer("kernel-size", 1, usual);
    }
}
