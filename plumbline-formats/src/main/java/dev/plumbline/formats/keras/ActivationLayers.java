package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Parameter.Role;
import java.util.ArrayList;
import java.util.List;

/** Activations that are layers of their own. */
final class ActivationLayers {
    private ActivationLayers() {}

    static void rows(KerasLayers table) {
        table.map("Activation", (layer, x) -> Activations.of(layer, "activation", x));
        table.map("ReLU", (layer, x) -> Activations.apply(layer, "relu", layer.config(), x));
        table.map("LeakyReLU", (layer, x) -> {
            double slope =
                    layer.config().number("negative_slope", layer.config().number("alpha", 0.3));
            return layer.node("LeakyRelu", Attributes.none().with("alpha", slope), layer.floats(x));
        });
        table.map("ELU", (layer, x) -> Activations.apply(layer, "elu", layer.config(), x));
        table.map(
                "ThresholdedReLU",
                (layer, x) -> layer.node(
                        "ThresholdedRelu",
                        Attributes.none().with("alpha", layer.config().number("theta", 1)),
                        layer.floats(x)));
        table.map("Softmax", ActivationLayers::softmax);
        table.map("PReLU", ActivationLayers::prelu);
    }

    private static String softmax(LayerScope layer, String input) {
        String x = layer.floats(input);
        List<Integer> axes = layer.config().has("axis") ? layer.config().integers("axis") : List.of(-1);
        if (axes.size() == 1) {
            return layer.node("Softmax", Attributes.none().with("axis", axes.get(0)), x);
        }
        String over = layer.integers(axes);
        String powers = layer.node("Exp", layer.node("Sub", x, layer.node("ReduceMax", x, over)));
        return layer.node("Div", powers, layer.node("ReduceSum", powers, over));
    }

    private static String prelu(LayerScope layer, String input) {
        String x = layer.floats(input);
        List<Integer> shared =
                layer.config().has("shared_axes") ? layer.config().integers("shared_axes") : List.of();
        List<Integer> sizes = new ArrayList<>();
        for (int axis = 1; axis < layer.rank(x); axis++) {
            sizes.add(shared.contains(axis) ? 1 : layer.size(x, axis));
        }
        String alpha = layer.variable(new VariableSpec(
                "alpha", "alpha", new Shape(sizes), Layout.SAME, Role.WEIGHT, Initializer.ZEROS, true));
        return layer.node("PRelu", x, alpha);
    }
}
