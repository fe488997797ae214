package dev.plumbline.intervention;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A written list of layers, seen as hidden layers and an output layer. */
final class LayerList {
    /** Layers that give a number of values of the writer's choice, by the setting that says how many. */
    private static final Map<String, String> SIZES = Map.of("dense", "units", "lstm", "units", "conv2d", "filters");

    private static final Set<String> SATURATING = Set.of("sigmoid", "hard-sigmoid", "tanh", "softmax");

    private final List<LayerSpec> layers;

    LayerList(List<LayerSpec> layers) {
        this.layers = layers;
    }

    /** Index of the layer that gives the output: the last that chooses its size. */
    int output() {
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (SIZES.containsKey(layers.get(i).type())) {
                return i;
            }
        }
        throw new UnusableInputException(
                "model.layers",
                "an output layer (dense, lstm or conv2d)",
                "none of them",
                "Make this change in the layers by hand.");
    }

    boolean isHidden(int index) {
        return index < output() && SIZES.containsKey(layers.get(index).type());
    }

    boolean isHidden(int index, String type) {
        return isHidden(index) && layers.get(index).type().equals(type);
    }

    /** The setting that holds a hidden layer's size. */
    String sizeKey(int index) {
        return SIZES.getOrDefault(layers.get(index).type(), "units");
    }

    boolean has(String type) {
        return layers.stream().anyMatch(layer -> layer.type().equals(type));
    }

    boolean isFollowedBy(int index, Set<String> types) {
        return index + 1 < layers.size() && types.contains(layers.get(index + 1).type());
    }

    static boolean saturates(Settings settings) {
        return SATURATING.contains(settings.text("activation").orElse(""));
    }

    static LayerSpec with(LayerSpec layer, String key, Object value) {
        return new LayerSpec(layer.type(), layer.settings().with(key, value));
    }

    /**
     * A layer to put in. It gets a name of its own, for otherwise the numbers in the names of the layers behind it
     * would shift, and edits of the graph speak of those names.
     */
    LayerSpec added(String type, Map<String, ?> settings, List<LayerSpec> soFar) {
        List<String> names = new ArrayList<>();
        layers.forEach(layer -> layer.settings().text("name").ifPresent(names::add));
        soFar.forEach(layer -> layer.settings().text("name").ifPresent(names::add));
        int number = 1;
        while (names.contains("added_" + type + "_" + number)) {
            number++;
        }
        return new LayerSpec(type, Settings.of("added " + type, settings).with("name", "added_" + type + "_" + number));
    }
}
