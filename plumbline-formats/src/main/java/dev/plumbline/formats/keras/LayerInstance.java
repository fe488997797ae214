package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A layer of a model, ready to be called, once or several times. */
final class LayerInstance {
    private static final Set<String> FUNCTIONAL = Set.of("Functional", "Model");
    private static final String SEQUENTIAL = "Sequential";

    private final LayerScope scope;
    private final KerasLayer layer;

    private LayerInstance(LayerScope scope, KerasLayer layer) {
        this.scope = scope;
        this.layer = layer;
    }

    /**
     * A layer as a model's file lists it.
     *
     * @param within the model around it; null for the whole model
     * @param place its name in a {@code .keras} file among the layers around it
     */
    static LayerInstance of(JsonNode json, LayerScope within, String place) {
        String type = json.path("class_name").asText();
        JsonNode config = json.path("config");
        String own = name(json);
        boolean top = within.name().isEmpty();
        String name = top ? own : within.name() + "/" + own;
        List<String> path = new ArrayList<>(within.place());
        path.add("layers");
        path.add(place);
        String unique = within.model().layerName(name);
        LayerConfig settings = new LayerConfig(within.model().file() + ", layer " + name + " (" + type + ")", config);
        LayerScope scope = new LayerScope(
                within.model(),
                within.model().ordinal(),
                unique,
                type,
                unique + "/",
                settings,
                path,
                top ? own : within.group(),
                within.isTrainable());
        return ready(scope, json);
    }

    /** A layer within a wrapper, whose nodes count as the wrapper's. */
    static LayerInstance inner(LayerScope scope, JsonNode json) {
        return ready(scope, json);
    }

    /** The name that a layer has in its model. */
    static String name(JsonNode json) {
        String name = json.path("config").path("name").asText();
        return json.has("name") ? json.path("name").asText() : name;
    }

    /** Whether the layer is a model itself. */
    static boolean isModel(JsonNode json) {
        String type = json.path("class_name").asText();
        return isFunctional(json) || type.equals(SEQUENTIAL);
    }

    private static boolean isFunctional(JsonNode json) {
        return FUNCTIONAL.contains(json.path("class_name").asText())
                && json.path("config").has("layers");
    }

    private static LayerInstance ready(LayerScope scope, JsonNode json) {
        if (isFunctional(json)) {
            return new LayerInstance(scope, new FunctionalModel(scope, json));
        }
        if (scope.className().equals(SEQUENTIAL)) {
            return new LayerInstance(scope, new SequentialModel(scope, json));
        }
        requireKnown(scope, json);
        KerasLayer layer = (isOperation(json)
                        ? KerasOperations.standard().get(scope.className())
                        : scope.model().layers().get(scope.className()))
                .orElseThrow(() -> new UnusableInputException(
                        scope.config().subject(),
                        "a layer that Plumbline reads (the nearest is "
                                + Spelling.nearest(
                                        scope.className(),
                                        scope.model().layers().names()) + ")",
                        "class " + scope.className(),
                        "Build the model without it, or export it as ONNX (tf2onnx)."));
        return new LayerInstance(scope, layer);
    }

    /** Keras 3 has operations such as {@code x * 2} in the graph beside layers. */
    static boolean isOperation(JsonNode json) {
        String module = json.path("module").asText();
        return module.startsWith("keras.src.ops")
                || module.startsWith("keras.ops")
                || (module.isEmpty()
                        && !json.path("config").has("trainable")
                        && json.path("inbound_nodes").path(0).isObject()
                        && KerasOperations.standard()
                                .get(json.path("class_name").asText())
                                .isPresent());
    }

    private static void requireKnown(LayerScope scope, JsonNode json) {
        String module = json.path("module").asText("");
        String registered = json.path("registered_name").asText("");
        boolean foreign = !module.isEmpty()
                && !module.startsWith("keras.")
                && !module.equals("keras")
                && !module.startsWith("tf_keras")
                && !module.startsWith("tensorflow.");
        if (scope.className().equals("Lambda") || scope.className().endsWith("TorchModuleWrapper")) {
            throw new UnusableInputException(
                    scope.config().subject(),
                    "a layer without code of its own",
                    "a " + scope.className() + " layer, whose Python code is never executed",
                    "Replace it by layers or keras.ops that do the same, and save the model again.");
        }
        if (foreign || registered.contains(">") || scope.className().contains(">")) {
            throw new UnusableInputException(
                    scope.config().subject(),
                    "a layer of keras.layers",
                    "the custom class " + (registered.isEmpty() ? scope.className() : registered)
                            + (module.isEmpty() ? "" : " of module " + module),
                    "Build the model of Keras's own layers, or export it as ONNX (tf2onnx).");
        }
    }

    LayerScope scope() {
        return scope;
    }

    /** Adds the nodes of one call. @return what the layer gives */
    List<KerasTensor> call(Call call) {
        if (!(layer instanceof FunctionalModel) && !(layer instanceof SequentialModel)) {
            scope.model().start(scope.name(), scope.className());
        }
        List<KerasTensor> outputs = layer.call(scope, call);
        Regularizers.activity(scope, outputs);
        return outputs;
    }
}
