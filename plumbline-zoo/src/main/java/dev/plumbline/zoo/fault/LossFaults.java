package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.set;
import static dev.plumbline.zoo.fault.Edit.strength;
import static dev.plumbline.zoo.fault.Edit.where;

import dev.plumbline.zoo.folder.Folder;
import dev.plumbline.zoo.folder.Tree;
import java.util.List;
import java.util.Optional;

/** Faults in the loss, and between the loss and the output. */
final class LossFaults {
    private LossFaults() {}

    static List<Fault> list() {
        return List.of(
                Fault.of("loss-sign", strength("minus", scaled(-1))),
                Fault.of(
                        "loss-scale",
                        strength("1e-4", where(Edit::isPlainGradientDescent, scaled(1e-4))),
                        strength("1e4", where(Edit::isPlainGradientDescent, scaled(1e4)))),
                Fault.of(
                        "softmax-before-cross-entropy",
                        strength("softmax", where(LossFaults::takesLogits, Outputs.ending("softmax")))),
                Fault.of("logits-into-probability-loss", strength("no-softmax", LossFaults::probabilityLoss)),
                Fault.of(
                        "activation-on-output",
                        strength("relu", where(Edit::isRegression, Outputs.ending("relu"))),
                        strength("sigmoid", where(Edit::isRegression, Outputs.ending("sigmoid")))),
                Fault.of(
                        "activation-before-softmax",
                        strength("relu", where(LossFaults::takesLogits, Outputs.ending("relu"))),
                        strength("tanh", where(LossFaults::takesLogits, Outputs.ending("tanh"))),
                        strength("sigmoid", where(LossFaults::takesLogits, Outputs.ending("sigmoid")))),
                Fault.of(
                        "sigmoid-for-one-of-many",
                        strength(
                                "layers",
                                where(
                                        LossFaults::takesLogits,
                                        folder -> Outputs.ending("sigmoid")
                                                .in(folder)
                                                .map(changed ->
                                                        changed.with("training.loss", "categorical-crossentropy"))))),
                Fault.of(
                        "loss-for-task",
                        strength("mape", where(Edit::isRegression, set("training.loss", "mape"))),
                        strength("cosine", where(Edit::isRegression, set("training.loss", "cosine-similarity"))),
                        strength("mae-classes", where(LossFaults::takesLogits, set("training.loss", "mae"))),
                        strength("poisson", where(Edit::isRegression, set("training.loss", "poisson")))));
    }

    private static Plant scaled(double scale) {
        return folder -> {
            String loss = folder.tree().text("training.loss");
            return loss.isEmpty()
                    ? Optional.empty()
                    : Optional.of(folder.with("training.loss", Tree.map("name", loss, "scale", scale)));
        };
    }

    static boolean takesLogits(Folder folder) {
        return folder.tree().text("training.loss").equals("cross-entropy");
    }

    private static Optional<Folder> probabilityLoss(Folder folder) {
        return switch (folder.tree().text("training.loss")) {
            case "cross-entropy" -> Optional.of(folder.with("training.loss", "categorical-crossentropy"));
            case "bce-with-logits" -> Optional.of(folder.with("training.loss", "bce"));
            default -> Optional.empty();
        };
    }
}
