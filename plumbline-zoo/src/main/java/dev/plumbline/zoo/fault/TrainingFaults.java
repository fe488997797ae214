package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.set;
import static dev.plumbline.zoo.fault.Edit.strength;
import static dev.plumbline.zoo.fault.Edit.where;

import dev.plumbline.zoo.folder.Folder;
import dev.plumbline.zoo.folder.Tree;
import java.util.List;
import java.util.Optional;

/** Faults in how long, in what order and in what portions is trained. */
final class TrainingFaults {
    private TrainingFaults() {}

    static List<Fault> list() {
        return List.of(
                Fault.of(
                        "schedule-kills-rate",
                        strength("step", set("training.schedule", Tree.map("name", "step", "epochs", 1, "rate", 0.1))),
                        strength(
                                "exponential",
                                set("training.schedule", Tree.map("name", "exponential", "rate", 0.5, "steps", 5))),
                        strength("cosine", set("training.schedule", Tree.map("name", "cosine", "steps", 20)))),
                Fault.of(
                        "epochs-too-few",
                        strength("1", set("training.epochs", 1)),
                        strength("2", set("training.epochs", 2))),
                Fault.of(
                        "batch-too-large",
                        strength("all", TrainingFaults::everything),
                        strength("512", set("training.batch-size", 512))),
                Fault.of(
                        "batch-too-small",
                        strength("1", where(Edit::isPlainGradientDescent, set("training.batch-size", 1))),
                        strength("2-adam", set("training.batch-size", 2))),
                Fault.of(
                        "early-stopping-too-soon",
                        strength("after-warmup", TrainingFaults::stopsInWarmup),
                        strength("tiny-validation", TrainingFaults::stopsByChance)),
                Fault.of("unshuffled-order", strength("sorted", TrainingFaults::sorted)));
    }

    private static Optional<Folder> everything(Folder folder) {
        return Optional.of(
                folder.with("training.batch-size", folder.data().train().size()));
    }

    /** A slow warm-up, in which the validation score stands still, and a patience of one epoch. */
    private static Optional<Folder> stopsInWarmup(Folder folder) {
        return Optional.of(folder.with("training.early-stopping", 1)
                .with("training.schedule", Tree.map("name", "warmup", "steps", 400, "start", 0.0001)));
    }

    /** A handful of held-out examples, whose score stands still by chance, a patience of one epoch and small steps. */
    private static Optional<Folder> stopsByChance(Folder folder) {
        double rate = folder.tree().number("training.optimizer.learning-rate");
        return Double.isNaN(rate)
                ? Optional.empty()
                : Optional.of(folder.with("training.early-stopping", 1)
                        .with("training.optimizer.learning-rate", 0.2 * rate)
                        .with("data.validation", Tree.map("fraction", 0.02)));
    }

    /** Examples in the order of their targets, fed as they stand. */
    private static Optional<Folder> sorted(Folder folder) {
        return Optional.of(folder.with("training.shuffle", false).mapData(Rearranged::byTarget));
    }
}
