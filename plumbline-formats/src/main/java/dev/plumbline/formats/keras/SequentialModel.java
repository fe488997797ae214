package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Sequential model: layers one after the other. */
final class SequentialModel implements KerasLayer {
    private final List<LayerInstance> layers = new ArrayList<>();
    private final LayerConfig config;
    private Optional<ValueType> input = Optional.empty();
    private String inputName = "input";

    SequentialModel(LayerScope scope, JsonNode json) {
        this.config = scope.config();
        // before tf.keras 1.14 the configuration was the list itself
        JsonNode all = json.path("config").isArray()
                ? json.path("config")
                : json.path("config").path("layers");
        LayerPlaces places = new LayerPlaces();
        for (JsonNode layer : all) {
            LayerConfig its = new LayerConfig(
                    scope.model().file() + ", layer " + LayerInstance.name(layer), layer.path("config"));
            boolean first = layers.isEmpty() && input.isEmpty();
            boolean isInput = layer.path("class_name").asText().equals("InputLayer");
            if (first) {
                input = ModelInputs.type(its);
                inputName = isInput ? LayerInstance.name(layer) : inputName;
            }
            if (!isInput) {
                if (first && input.isEmpty()) {
                    input = built(json, layer, its);
                }
                layers.add(LayerInstance.of(layer, scope, places.next(layer)));
            }
        }
    }

    /** The input's shape as building the model left it. */
    private Optional<ValueType> built(JsonNode json, JsonNode first, LayerConfig its) {
        DType dtype = first.path("class_name").asText().equals("Embedding") ? DType.INT64 : DType.FLOAT32;
        JsonNode shape = json.path("config").path("build_input_shape");
        if (!shape.isArray() && !shape.isObject()) {
            shape = json.path("build_config").path("input_shape");
        }
        if (!shape.isArray() && !shape.isObject()) {
            shape = first.path("build_config").path("input_shape");
        }
        return shape.isArray() && !shape.isEmpty()
                ? Optional.of(new ValueType(dtype, ModelInputs.shape(its, shape, "build_input_shape")))
                : Optional.empty();
    }

    /** The type of its input. */
    ValueType input() {
        return input.orElseThrow(() -> new UnusableInputException(
                config.subject(),
                "the shape of its input",
                "a model that was never built",
                "Start it with keras.Input(shape), or call model.build((None, ...)), and save it again."));
    }

    /** The name of its input. */
    String inputName() {
        return inputName;
    }

    @Override
    public List<KerasTensor> call(LayerScope scope, Call call) {
        List<KerasTensor> values = List.of(scope.only(call));
        for (LayerInstance layer : layers) {
            values = layer.call(
                    values.size() == 1
                            ? Call.of(values.get(0))
                            : new Call(
                                    List.of(new Argument.Many(values.stream()
                                            .<Argument>map(Argument.One::new)
                                            .toList())),
                                    java.util.Map.of()));
        }
        return values;
    }
}
