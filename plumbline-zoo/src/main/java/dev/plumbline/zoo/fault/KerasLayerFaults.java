package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.strength;
import static dev.plumbline.zoo.fault.KerasFile.config;
import static dev.plumbline.zoo.fault.KerasFile.weights;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Faults in the layers and weights of a Keras model. */
final class KerasLayerFaults {
    private KerasLayerFaults() {}

    static List<Fault> list() {
        return List.of(
                Fault.of(
                        "initialization-zeros",
                        strength("keras-zeros", weights(WeightChange.constant(0))),
                        strength("keras-equal", weights(WeightChange.constant(0.05f)))),
                Fault.of(
                        "initialization-scale",
                        strength("keras-large", weights(WeightChange.scaled(40))),
                        strength("keras-small", weights(WeightChange.scaled(1e-4)))),
                Fault.of(
                        "dropout-too-strong",
                        strength("keras-0.95", config(c -> insert(c, "Dropout", "Dense", s -> s.put("rate", 0.95))))),
                Fault.of(
                        "noise-too-strong",
                        strength(
                                "keras-input",
                                config(c -> insert(c, "GaussianNoise", "Conv2D", s -> s.put("stddev", 3.0)))),
                        strength(
                                "keras-hidden",
                                config(c -> insert(c, "GaussianNoise", "Dense", s -> s.put("stddev", 10.0))))),
                Fault.of(
                        "wrong-augmentation",
                        strength(
                                "keras-rotation",
                                config(c ->
                                        isImages(c) && insert(c, "RandomRotation", "", KerasLayerFaults::rotation))),
                        strength(
                                "keras-flip",
                                config(c -> isImages(c)
                                        && insert(
                                                c, "RandomFlip", "", s -> s.put("mode", "horizontal_and_vertical"))))),
                Fault.of(
                        "input-ignored",
                        strength(
                                "keras-rescaling",
                                config(c -> insert(
                                        c,
                                        "Rescaling",
                                        "",
                                        s -> s.put("scale", 0.0).put("offset", 0.0))))),
                Fault.of(
                        "inputs-over-scaled",
                        strength(
                                "keras-rescaling-twice",
                                config(c -> insert(
                                        c,
                                        "Rescaling",
                                        "",
                                        s -> s.put("scale", 1 / 65025.0).put("offset", 0.0))))),
                Fault.of(
                        "penalty-too-strong",
                        strength("keras-l2-1", config(c -> penalty(c, "L2", "l2", 1))),
                        strength("keras-l1-0.1", config(c -> penalty(c, "L1", "l1", 0.1)))),
                Fault.of("constraint-too-tight", strength("keras-max-norm", config(KerasLayerFaults::constraint))),
                Fault.of("frozen-parameter", strength("keras-all-but-first", config(KerasLayerFaults::frozen))),
                Fault.of("batch-norm-statistics", strength("keras-momentum", config(KerasLayerFaults::momentum))),
                Fault.of(
                        "missing-flatten",
                        strength("keras", KerasFile.withoutWeights(config(c -> c.remove("Flatten"))))),
                Fault.of("no-activation", strength("keras", config(c -> activations(c, "linear")))),
                Fault.of("wrong-axis", strength("keras-softmax", config(KerasLayerFaults::softmaxOverBatch))));
    }

    private static boolean isImages(KerasConfig config) {
        return config.layers().stream().anyMatch(layer -> KerasConfig.is(layer, "Conv2D"));
    }

    private static boolean insert(KerasConfig config, String type, String before, Consumer<ObjectNode> settings) {
        ObjectNode node = config.tree().objectNode();
        settings.accept(node);
        return config.insert(type, node, before);
    }

    private static void rotation(ObjectNode settings) {
        settings.putArray("factor").add(-0.5).add(0.5);
        settings.put("fill_mode", "constant").put("fill_value", 0.0).put("interpolation", "bilinear");
    }

    private static boolean penalty(KerasConfig config, String type, String setting, double value) {
        config.layers().stream().filter(KerasConfig::hasKernel).forEach(layer -> {
            ObjectNode penalty = KerasConfig.config(layer).putObject("kernel_regularizer");
            penalty.put("module", "keras.regularizers").put("class_name", type);
            penalty.putObject("config").put(setting, value);
            penalty.putNull("registered_name");
        });
        return true;
    }

    private static boolean constraint(KerasConfig config) {
        config.layers().stream().filter(KerasConfig::hasKernel).forEach(layer -> {
            ObjectNode constraint = KerasConfig.config(layer).putObject("kernel_constraint");
            constraint.put("module", "keras.constraints").put("class_name", "MaxNorm");
            constraint.putObject("config").put("max_value", 0.05).put("axis", 0);
            constraint.putNull("registered_name");
        });
        return true;
    }

    private static boolean frozen(KerasConfig config) {
        config.layers().stream()
                .filter(KerasConfig::hasKernel)
                .skip(1)
                .forEach(layer -> KerasConfig.config(layer).put("trainable", false));
        return true;
    }

    private static boolean momentum(KerasConfig config) {
        List<ObjectNode> norms = config.layers().stream()
                .filter(layer -> KerasConfig.is(layer, "BatchNormalization"))
                .toList();
        norms.forEach(norm -> KerasConfig.config(norm).put("momentum", 0.9999));
        return !norms.isEmpty();
    }

    private static boolean activations(KerasConfig config, String activation) {
        boolean changed = false;
        for (ObjectNode layer : config.layers()) {
            if (KerasConfig.config(layer).path("activation").asText().equals("relu")) {
                KerasConfig.config(layer).put("activation", activation);
                changed = true;
            }
        }
        return changed;
    }

    private static boolean softmaxOverBatch(KerasConfig config) {
        if (!config.hasLoss("SparseCategoricalCrossentropy")) {
            return false;
        }
        KerasConfig.config(config.output()).put("activation", "linear");
        return config.append("Softmax", config.tree().objectNode().put("axis", 0));
    }
}
