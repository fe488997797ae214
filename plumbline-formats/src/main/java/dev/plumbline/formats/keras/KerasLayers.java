package dev.plumbline.formats.keras;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The layers that can be read, by the name of their class. Each family's rows are in a file of their own. */
final class KerasLayers {
    private final Map<String, KerasLayer> byClass = new HashMap<>();

    private KerasLayers() {}

    /** Every layer that Plumbline reads; a new one is a new row of its family. */
    static KerasLayers standard() {
        KerasLayers table = new KerasLayers();
        CoreLayers.rows(table);
        RecurrentLayers.rows(table);
        AttentionLayers.rows(table);
        ActivationLayers.rows(table);
        ReshapingLayers.rows(table);
        Convolutions.rows(table);
        Poolings.rows(table);
        Merges.rows(table);
        Normalizations.rows(table);
        RegularizationLayers.rows(table);
        PreprocessingLayers.rows(table);
        AugmentationLayers.rows(table);
        TensorFlowOperations.rows(table);
        // looks at a layer of another family
        MaskingLayers.rows(table);
        return table;
    }

    void row(String className, KerasLayer layer) {
        byClass.put(className, layer);
    }

    /** A layer of one input and one output; the input's mask goes on where Keras lets it. */
    void map(String className, KerasLayer.OneToOne layer) {
        row(className, (scope, call) -> {
            KerasTensor input = scope.only(call);
            return List.of(new KerasTensor(layer.call(scope, input.value()), Masks.through(scope, input.mask())));
        });
    }

    /** A layer of several inputs and one output; masks are merged as Keras does. */
    void merge(String className, KerasLayer.Merge layer) {
        row(className, (scope, call) -> {
            List<KerasTensor> inputs = call.inputs();
            String value =
                    layer.call(scope, inputs.stream().map(KerasTensor::value).toList());
            return List.of(new KerasTensor(value, Masks.merged(scope, inputs)));
        });
    }

    Optional<KerasLayer> get(String className) {
        return Optional.ofNullable(byClass.get(className));
    }

    /** All classes that can be read. */
    Set<String> names() {
        return Stream.concat(byClass.keySet().stream(), Stream.of("Functional", "Sequential", "InputLayer"))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
