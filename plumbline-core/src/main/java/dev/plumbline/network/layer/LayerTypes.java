package dev.plumbline.network.layer;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Settings;
import dev.plumbline.experiment.Spelling;
import dev.plumbline.network.NetworkBuilder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The layer types by their words, and how a list of layers becomes nodes. */
public final class LayerTypes {
    private final Map<String, LayerType> byName = new LinkedHashMap<>();

    private LayerTypes(List<LayerType> types) {
        types.forEach(type -> byName.put(type.name(), type));
    }

    /** Every layer type that Plumbline knows; a new one is added to this list. */
    public static LayerTypes standard() {
        return new LayerTypes(Arrays.asList(
                new Dense(),
                new Conv2D(),
                new Pool2D("max-pool2d", "MaxPool2D", "MaxPool"),
                new Pool2D("average-pool2d", "AveragePool2D", "AveragePool"),
                new GlobalPool2D("global-average-pool2d", "GlobalAveragePool2D", "GlobalAveragePool"),
                new GlobalPool2D("global-max-pool2d", "GlobalMaxPool2D", "GlobalMaxPool"),
                new Flatten(),
                new Reshape(),
                new Dropout(),
                new BatchNorm(),
                new Embedding(),
                new LstmLayer(),
                new Activation()));
    }

    /**
     * Adds the layers one behind the other.
     *
     * @return the last value
     */
    public String build(String input, List<LayerSpec> layers, NetworkBuilder network) {
        String value = input;
        for (LayerSpec layer : layers) {
            LayerType type = get(layer);
            Settings settings = layer.settings();
            String name = settings.text("name").orElseGet(() -> network.freeName(type.name()));
            network.layer(name, type.title(), settings.flag("trainable", true));
            value = type.build(value, settings.without("name").without("trainable"), network);
        }
        return value;
    }

    private LayerType get(LayerSpec layer) {
        LayerType type = byName.get(layer.type());
        if (type == null) {
            throw new UnusableInputException(
                    layer.settings().place(),
                    "one of the layer types " + String.join(", ", byName.keySet()),
                    "\"" + layer.type() + "\"",
                    "Did you mean `" + Spelling.nearest(layer.type(), byName.keySet()) + "`?");
        }
        return type;
    }
}
