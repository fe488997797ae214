package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Penalty;
import java.util.ArrayList;
import java.util.List;

/** Layers that act in training only: dropout of several kinds, noise, and a penalty on what passes. */
final class RegularizationLayers {
    /** The scale and slope of SELU (Klambauer et al., 2017), whose lowest value alpha dropout puts in. */
    private static final double LOWEST = -1.6732632423543772 * 1.0507009873554805;

    private RegularizationLayers() {}

    static void rows(KerasLayers table) {
        table.map("Dropout", RegularizationLayers::dropout);
        for (int axes = 1; axes <= 3; axes++) {
            table.map("SpatialDropout" + axes + "D", (layer, x) -> {
                int channels = ChannelOrder.axis(layer, x);
                return dropped(layer, x, List.of(0, channels));
            });
        }
        table.map("GaussianDropout", (layer, x) -> {
            double rate = rate(layer);
            return rate == 0 ? x : layer.node("Mul", x, Randomness.normal(layer, x, 1, Math.sqrt(rate / (1 - rate))));
        });
        table.map("GaussianNoise", (layer, x) -> {
            double deviation = layer.config().number("stddev", 0);
            return deviation == 0 ? x : layer.node("Add", x, Randomness.normal(layer, x, 0, deviation));
        });
        table.map("AlphaDropout", RegularizationLayers::alpha);
        table.map("ActivityRegularization", (layer, x) -> {
            String same = layer.node("Identity", x);
            Penalty penalty = new Penalty.Size(
                    same, layer.config().number("l1", 0), layer.config().number("l2", 0), true);
            layer.model().penalize(penalty);
            return same;
        });
    }

    private static double rate(LayerScope layer) {
        double rate = layer.config().number("rate", 0);
        if (rate < 0 || rate >= 1) {
            throw layer.config().wrong("rate", "a number from 0 to below 1", String.valueOf(rate));
        }
        return rate;
    }

    private static String dropout(LayerScope layer, String input) {
        String x = layer.floats(input);
        if (!layer.config().has("noise_shape")) {
            double rate = layer.config().number("rate", 0);
            if (rate < 0 || rate > 1) {
                throw layer.config().wrong("rate", "a number from 0 to 1", String.valueOf(rate));
            }
            return layer.node("Dropout", Attributes.none().with("ratio", rate), x);
        }
        List<Integer> axes = new ArrayList<>();
        int axis = 0;
        for (JsonNode size : layer.config().get("noise_shape")) {
            if (size.asInt(0) != 1) {
                axes.add(axis);
            }
            axis++;
        }
        return dropped(layer, x, axes);
    }

    /** Zero with the layer's probability, the same along all axes but the given ones. */
    private static String dropped(LayerScope layer, String x, List<Integer> axes) {
        double rate = rate(layer);
        return rate == 0 ? x : layer.node("Mul", x, Randomness.kept(layer, x, axes, 1 - rate, 1 / (1 - rate)));
    }

    /** Keeps mean and variance of what SELU gives. */
    private static String alpha(LayerScope layer, String x) {
        double rate = rate(layer);
        if (rate == 0) {
            return x;
        }
        double a = 1 / Math.sqrt((1 - rate) * (1 + rate * LOWEST * LOWEST));
        double b = -a * LOWEST * rate;
        String kept = Randomness.chance(layer, x, Randomness.all(layer, x), 1 - rate);
        String filled = layer.node("Where", kept, x, layer.number(LOWEST));
        String changed = layer.node("Add", layer.node("Mul", filled, layer.number(a)), layer.number(b));
        return Randomness.inTraining(layer, changed, x);
    }
}
