package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.set;
import static dev.plumbline.zoo.fault.Edit.where;

import dev.plumbline.zoo.folder.Folder;
import dev.plumbline.zoo.folder.Tree;
import java.util.List;
import java.util.Optional;

/** Choices that people make and that are all right. */
public final class Variants {
    private Variants() {}

    public static List<Variant> standard() {
        return List.of(
                new Variant("as-it-is", Optional::of),
                new Variant("rate-x0.4", times("training.optimizer.learning-rate", 0.4)),
                new Variant("rate-x3", times("training.optimizer.learning-rate", 3)),
                new Variant("batch-half", times("training.batch-size", 0.5)),
                new Variant("batch-double", times("training.batch-size", 2)),
                new Variant("epochs-x1.5", times("training.epochs", 1.5)),
                new Variant("seed-3", set("training.seed", 3)),
                new Variant("rmsprop", set("training.optimizer", Tree.map("name", "rmsprop", "learning-rate", 1e-3))),
                new Variant(
                        "adamw",
                        set(
                                "training.optimizer",
                                Tree.map("name", "adamw", "learning-rate", 1e-3, "weight-decay", 0.01))),
                new Variant("weight-decay-1e-4", set("training.optimizer.weight-decay", 1e-4)),
                new Variant("clip-5", set("training.clip-norm", 5.0)),
                new Variant("cosine", set("training.schedule", Tree.map("name", "cosine"))),
                new Variant(
                        "unit-range",
                        where(
                                folder ->
                                        folder.tree().text("data.normalization").equals("standardize"),
                                set("data.normalization", "unit-range"))),
                new Variant("tanh", where(Edit::hasLayers, Activations.replaced("relu", "tanh"))),
                new Variant("leaky-relu", where(Edit::hasLayers, Activations.replaced("relu", "leaky-relu"))));
    }

    private static Plant times(String path, double factor) {
        return folder -> changed(folder, path, factor);
    }

    private static Optional<Folder> changed(Folder folder, String path, double factor) {
        Optional<Object> value = folder.tree().at(path);
        if (value.isPresent() && value.get() instanceof Integer whole) {
            return Optional.of(folder.with(path, Math.max(1, (int) Math.round(whole * factor))));
        }
        return value.isPresent() && value.get() instanceof Double number
                ? Optional.of(folder.with(path, number * factor))
                : Optional.empty();
    }
}
