package dev.plumbline.start;

import dev.plumbline.data.Shape;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Settings;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the last layer gives.
 *
 * @param activation behind it, as the experiment file spells it; {@code linear} for an architecture
 * @param isOneUnit whether it gives one number an example; false for an architecture, which follows the loss
 */
record OutputLayer(String activation, boolean isOneUnit) {
    private static final Map<String, String> ACTIVATIONS = Map.of(
            "Softmax", "softmax",
            "LogSoftmax", "log-softmax",
            "Sigmoid", "sigmoid",
            "Relu", "relu",
            "Tanh", "tanh",
            "Softplus", "softplus");

    /** Nodes that change how values are seen, not the values. */
    private static final Set<String> VIEWS = Set.of("Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Cast");

    /** @param imported what the plan's file holds; null where it has none */
    static OutputLayer of(ModelPlan model, @Nullable ImportedModel imported) {
        if (imported != null) {
            return of(imported.network());
        }
        return model.source() instanceof ModelPlan.Layers layers
                        && !layers.layers().isEmpty()
                ? of(layers.layers())
                : new OutputLayer("linear", false);
    }

    private static OutputLayer of(Network network) {
        Optional<Node> node = network.maker(network.output());
        while (node.isPresent() && VIEWS.contains(node.get().operator())) {
            node = network.maker(node.get().inputs().get(0));
        }
        String activation =
                node.map(n -> ACTIVATIONS.getOrDefault(n.operator(), "linear")).orElse("linear");
        Shape shape = java.util.Objects.requireNonNull(
                        new ShapeInference(Operators.standard()).infer(network).get(network.output()))
                .shape();
        return new OutputLayer(activation, Math.abs(shape.elements()) == 1);
    }

    private static OutputLayer of(List<LayerSpec> layers) {
        String activation =
                layers.get(layers.size() - 1).settings().text("activation").orElse("linear");
        for (int i = layers.size() - 1; i >= 0; i--) {
            Settings settings = layers.get(i).settings();
            if (settings.has("units")) {
                return new OutputLayer(activation, settings.integer("units", 1) == 1);
            }
        }
        return new OutputLayer(activation, false);
    }
}
