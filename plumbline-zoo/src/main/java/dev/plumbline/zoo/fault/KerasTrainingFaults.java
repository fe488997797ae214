package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.strength;
import static dev.plumbline.zoo.fault.KerasFile.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Faults in what a Keras model was compiled with, and between its last layer and its loss. */
final class KerasTrainingFaults {
    private KerasTrainingFaults() {}

    static List<Fault> list() {
        return List.of(
                Fault.of(
                        "learning-rate-too-high",
                        strength("keras-x100", config(c -> rate(c, 100))),
                        strength("keras-x1000", config(c -> rate(c, 1000)))),
                Fault.of(
                        "learning-rate-too-low",
                        strength("keras-x0.01", config(c -> rate(c, 0.01))),
                        strength("keras-x0.0001", config(c -> rate(c, 1e-4)))),
                Fault.of("momentum-too-high", strength("keras-0.999", config(c -> set(c, "SGD", "momentum", 0.999)))),
                Fault.of(
                        "clipping-too-tight",
                        strength("keras-norm", config(c -> set(c, "SGD", "clipnorm", 1e-3))),
                        strength("keras-value", config(c -> set(c, "SGD", "clipvalue", 1e-5)))),
                Fault.of(
                        "optimizer-setting",
                        strength("keras-epsilon", config(c -> set(c, "Adam", "epsilon", 1.0))),
                        strength("keras-beta1", config(c -> set(c, "Adam", "beta_1", 0.9999)))),
                Fault.of(
                        "softmax-before-cross-entropy",
                        strength("keras-from-logits", config(KerasTrainingFaults::fromLogits))),
                Fault.of(
                        "logits-into-probability-loss",
                        strength("keras-linear", config(c -> ending(c, "SparseCategoricalCrossentropy", "linear"))),
                        strength("keras-binary", config(c -> ending(c, "BinaryCrossentropy", "linear")))),
                Fault.of(
                        "sigmoid-for-one-of-many",
                        strength("keras", config(c -> ending(c, "SparseCategoricalCrossentropy", "sigmoid")))),
                Fault.of(
                        "softmax-on-one-unit",
                        strength("keras", config(c -> ending(c, "BinaryCrossentropy", "softmax"))),
                        strength("keras-regression", config(c -> ending(c, "MeanSquaredError", "softmax")))),
                Fault.of(
                        "activation-on-output",
                        strength("keras-relu", config(c -> ending(c, "MeanSquaredError", "relu"))),
                        strength("keras-sigmoid", config(c -> ending(c, "MeanSquaredError", "sigmoid")))),
                Fault.of(
                        "activation-before-softmax",
                        strength("keras-relu", config(c -> beforeSoftmax(c, "relu"))),
                        strength("keras-sigmoid", config(c -> beforeSoftmax(c, "sigmoid")))),
                Fault.of(
                        "loss-for-task",
                        strength("keras-mape", config(c -> loss(c, "MeanAbsolutePercentageError"))),
                        strength("keras-msle", config(c -> loss(c, "MeanSquaredLogarithmicError")))));
    }

    private static boolean rate(KerasConfig config, double factor) {
        ObjectNode optimizer = config.optimizer();
        optimizer.put("learning_rate", factor * optimizer.path("learning_rate").asDouble());
        return true;
    }

    private static boolean set(KerasConfig config, String type, String setting, double value) {
        config.optimizer().put(setting, value);
        return config.hasOptimizer(type);
    }

    private static boolean fromLogits(KerasConfig config) {
        KerasConfig.config(config.loss()).put("from_logits", true);
        return config.hasLoss("SparseCategoricalCrossentropy");
    }

    private static boolean ending(KerasConfig config, String loss, String activation) {
        KerasConfig.config(config.output()).put("activation", activation);
        return config.hasLoss(loss);
    }

    private static boolean beforeSoftmax(KerasConfig config, String activation) {
        boolean fits = ending(config, "SparseCategoricalCrossentropy", activation);
        ObjectNode softmax = config.tree().objectNode();
        softmax.put("activation", "softmax");
        return config.append("Activation", softmax) && fits;
    }

    private static boolean loss(KerasConfig config, String type) {
        boolean fits = config.hasLoss("MeanSquaredError");
        config.loss().put("class_name", type);
        KerasConfig.config(config.loss()).put("name", "loss");
        return fits;
    }
}
