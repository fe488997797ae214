package dev.plumbline.debug.cause;

import static dev.plumbline.debug.cause.CausesTest.layers;

import dev.plumbline.data.Dataset;
import dev.plumbline.debug.cause.CausesTest.Planted;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.Synthetic;
import java.util.List;
import java.util.stream.Stream;

/** Outputs and losses that do not suit each other, or the task. */
final class PlantedOutputs {
    private static final Dataset ROWS = Synthetic.healthy();
    private static final Dataset CANCER = ExampleData.breastCancer();
    private static final Dataset DIABETES = ExampleData.diabetes();
    private static final String HIDDEN = "dense: {units: 16, activation: relu}";
    private static final String STANDARD = "data: {train: train.csv, target-normalization: standardize}\n";
    private static final String UNIT = "data: {train: train.csv, target-normalization: unit-range}\n";

    private PlantedOutputs() {}

    private static String model(String output, String loss) {
        return layers(HIDDEN, "dense: {" + output + "}") + "training: {loss: " + loss + "}";
    }

    static Stream<Planted> planted() {
        return Stream.of(
                new Planted(
                        "sigmoid-for-one-of-many",
                        ROWS,
                        model("units: 3, activation: sigmoid", "bce"),
                        "dense_2",
                        List.of("Sigmoid", "3 classes", "bce"),
                        "remove-node=dense_2/Sigmoid loss=cross-entropy",
                        model("units: 3, activation: softmax", "categorical-crossentropy")),
                new Planted(
                        "activation-before-softmax",
                        ROWS,
                        model("units: 3, activation: sigmoid", "cross-entropy"),
                        "dense_2",
                        List.of("Sigmoid", "cross-entropy"),
                        "remove-node=dense_2/Sigmoid",
                        model("units: 3", "cross-entropy")),
                new Planted(
                        "sigmoid-for-one-of-many",
                        ROWS,
                        model("units: 3", "bce-with-logits"),
                        "training.loss",
                        List.of("Gemm", "bce-with-logits"),
                        "loss=cross-entropy",
                        model("units: 3, activation: log-softmax", "nll")),
                new Planted(
                        "softmax-on-one-unit",
                        CANCER,
                        model("units: 1, activation: softmax", "bce"),
                        "dense_2",
                        List.of("Softmax", "size 1"),
                        "remove-node=dense_2/Softmax loss=bce-with-logits",
                        model("units: 1, activation: sigmoid", "bce")),
                new Planted(
                        "activation-before-softmax",
                        ROWS,
                        layers(HIDDEN, "dense: {units: 3, activation: relu}", "activation: {activation: softmax}")
                                + "training: {loss: categorical-crossentropy}",
                        "dense_2",
                        List.of("Relu in front of Softmax"),
                        "remove-node=dense_2/Relu",
                        layers(HIDDEN, "dense: {units: 3}", "activation: {activation: softmax}")),
                new Planted(
                        "activation-on-output",
                        ROWS,
                        model("units: 3, activation: relu", "categorical-crossentropy"),
                        "dense_2",
                        List.of("Relu", "categorical-crossentropy"),
                        "remove-node=dense_2/Relu loss=cross-entropy",
                        model("units: 3, activation: softmax", "categorical-crossentropy")),
                new Planted(
                        "loss-for-task",
                        ROWS,
                        model("units: 3, activation: softmax", "mse"),
                        "training.loss",
                        List.of("mse", "Softmax", "classification"),
                        "remove-node=dense_2/Softmax loss=cross-entropy",
                        model("units: 3", "cross-entropy")),
                new Planted(
                        "loss-for-task",
                        DIABETES,
                        STANDARD + model("units: 1", "cross-entropy"),
                        "training.loss",
                        List.of("cross-entropy", "regression"),
                        "loss=mse",
                        STANDARD + model("units: 1", "huber")),
                new Planted(
                        "target-range",
                        DIABETES,
                        STANDARD + model("units: 1, activation: sigmoid", "mse"),
                        "dense_2",
                        List.of("Sigmoid", "from 0 to 1", "standardize"),
                        "remove-node=dense_2/Sigmoid",
                        UNIT + model("units: 1, activation: sigmoid", "mse")),
                new Planted(
                        "loss-for-task",
                        DIABETES,
                        STANDARD + model("units: 1", "poisson"),
                        "training.loss",
                        List.of("poisson", "regression"),
                        "loss=mse",
                        UNIT + model("units: 1, activation: softplus", "poisson")),
                new Planted(
                        "loss-for-task",
                        DIABETES,
                        STANDARD + model("units: 1", "mape"),
                        "training.loss",
                        List.of("mape", "regression"),
                        "loss=mse",
                        STANDARD + model("units: 1", "mae")),
                new Planted(
                        "loss-for-task",
                        DIABETES,
                        STANDARD + model("units: 1", "cosine-similarity"),
                        "training.loss",
                        List.of("cosine-similarity"),
                        "loss=mse",
                        STANDARD + model("units: 1", "log-cosh")),
                new Planted(
                        "output-width",
                        ROWS,
                        model("units: 30", "cross-entropy"),
                        "dense_2",
                        List.of("30 units for 3"),
                        "output-units=3",
                        model("units: 3", "cross-entropy")),
                new Planted(
                        "loss-scale",
                        ROWS,
                        "training: {loss: {name: cross-entropy, scale: 1000}}",
                        "training.loss",
                        List.of("1000"),
                        "loss-scale=1",
                        "training: {loss: {name: cross-entropy, scale: 3}}"),
                new Planted(
                        "loss-scale",
                        ROWS,
                        "training: {loss: {name: cross-entropy, scale: 1e-5}}",
                        "training.loss",
                        List.of("1.0E-5"),
                        "loss-scale=1",
                        "training: {loss: {name: cross-entropy, scale: 0.2}}"),
                new Planted(
                        "loss-scale",
                        ROWS,
                        "training: {loss: {name: cross-entropy, weights: [1, 1, 500]}}",
                        "training.loss.weights",
                        List.of("500"),
                        "without-loss-weights",
                        "training: {loss: {name: cross-entropy, weights: [1, 1, 4]}}"),
                new Planted(
                        "saturating-activations",
                        ROWS,
                        layers("dense: {units: 16, activation: softmax}", HIDDEN, "dense: {units: 3}"),
                        "dense_1",
                        List.of("softmax between hidden layers"),
                        "activation=relu",
                        layers("dense: {units: 16, activation: sigmoid}", HIDDEN, "dense: {units: 3}")),
                new Planted(
                        "label-smoothing-too-strong",
                        ROWS,
                        "training: {loss: {name: cross-entropy, label-smoothing: 0.9}}",
                        "training.loss.label-smoothing",
                        List.of("0.9"),
                        "without-label-smoothing",
                        "training: {loss: {name: cross-entropy, label-smoothing: 0.1}}"),
                new Planted(
                        "no-activation",
                        ROWS,
                        layers("dense: {units: 16}", "dense: {units: 16}", "dense: {units: 3}"),
                        "dense_1, layer dense_2",
                        List.of("2 of 2 hidden layers"),
                        "add-activation=relu",
                        layers(HIDDEN, "dense: {units: 16, activation: tanh}", "dense: {units: 3}")),
                new Planted(
                        "redundant-activation",
                        ROWS,
                        layers(
                                "dense: {units: 16, activation: sigmoid}",
                                "activation: {activation: sigmoid}",
                                "dense: {units: 3}"),
                        "dense_1",
                        List.of("Sigmoid", "right behind Sigmoid"),
                        "remove-node=dense_1/Sigmoid",
                        layers(HIDDEN, "activation: {activation: relu}", "dense: {units: 3}")));
    }
}
