package dev.plumbline.formats.keras;

import dev.plumbline.data.DType;
import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which layers pass a mask on: those that have {@code supports_masking} in Keras 3. All others stop it, as they do
 * there, where a warning says so.
 */
final class Masks {
    private static final Set<String> PASS = Set.of(
            "Activation",
            "ActivityRegularization",
            "AlphaDropout",
            "BatchNormalization",
            "Dense",
            "Dropout",
            "ELU",
            "GaussianDropout",
            "GaussianNoise",
            "GroupNormalization",
            "Identity",
            "LayerNormalization",
            "LeakyReLU",
            "Normalization",
            "PReLU",
            "ReLU",
            "Rescaling",
            "Softmax",
            "SpatialDropout1D",
            "SpatialDropout2D",
            "SpatialDropout3D",
            "SyncBatchNormalization",
            "ThresholdedReLU",
            "UnitNormalization");

    private Masks() {}

    /** The mask of a layer's output. */
    static @Nullable String through(LayerScope layer, @Nullable String mask) {
        return PASS.contains(layer.className()) ? mask : null;
    }

    /**
     * The mask of several inputs merged. In Keras 3 a step counts where it counts in any, and there is none where an
     * input has none; in Keras 2 it must count in all that have one.
     */
    static @Nullable String merged(LayerScope layer, List<KerasTensor> inputs) {
        boolean some = inputs.stream().anyMatch(input -> input.mask() != null);
        if (!some || layer.className().equals("Dot")) {
            return null;
        }
        if (layer.className().equals("Concatenate")) {
            return concatenated(layer, inputs);
        }
        boolean keras2 = layer.model().isKeras2();
        String merged = null;
        for (KerasTensor input : inputs) {
            String mask = input.mask();
            if (mask == null && !keras2) {
                return null;
            }
            if (mask != null) {
                merged = merged == null || merged.equals(mask) ? mask : layer.node(keras2 ? "And" : "Or", merged, mask);
            }
        }
        return merged;
    }

    /**
     * Along the last axis a step counts where it counts in any input (Keras 2: in all); along another the masks stand
     * side by side.
     */
    private static @Nullable String concatenated(LayerScope layer, List<KerasTensor> inputs) {
        Expressions e = new Expressions(layer);
        int rank = layer.rank(inputs.get(0).value());
        int axis = layer.config().integer("axis", -1);
        int fromFront = axis < 0 ? axis + rank : axis;
        List<String> masks = new ArrayList<>();
        for (KerasTensor input : inputs) {
            String mask = input.mask();
            masks.add(mask == null ? ones(e, input.value()) : mask);
        }
        if (fromFront < rank - 1) {
            return fromFront == 0 ? null : e.concat(fromFront, masks);
        }
        String any = masks.get(0);
        for (String mask : masks.subList(1, masks.size())) {
            any = any.equals(mask) ? any : e.node(layer.model().isKeras2() ? "And" : "Or", any, mask);
        }
        return any;
    }

    /** A mask of an input that has none: every step counts. */
    private static String ones(Expressions e, String value) {
        String some = e.select(value, e.shape(value).rank() - 1, 0);
        String same = e.node("Equal", some, some);
        return e.node("Or", same, e.node("Not", same));
    }

    /** A mask as factors, for values with so many axes more. */
    static String factors(Expressions e, String mask, int more) {
        String numbers = e.cast(mask, DType.FLOAT32);
        for (int axis : Collections.nCopies(more, -1)) {
            numbers = e.unsqueeze(numbers, axis);
        }
        return numbers;
    }

    /** All of several masks, of which some may be missing; null where all are. */
    static @Nullable String all(Expressions e, List<@Nullable String> masks) {
        return masks.stream()
                .filter(Objects::nonNull)
                .reduce((a, b) -> e.node("And", Attributes.none(), a, b))
                .orElse(null);
    }
}
