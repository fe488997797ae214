package dev.plumbline.zoo.fault;

import dev.plumbline.zoo.folder.Folder;
import java.util.Optional;
import java.util.function.Predicate;

/** Plants that set something in the experiment file. */
final class Edit {
    private Edit() {}

    static Fault.Strength strength(String name, Plant plant) {
        return new Fault.Strength(name, plant);
    }

    /** Sets a value wherever training is set in the experiment file. */
    static Plant set(String path, Object value) {
        return folder ->
                path.startsWith("training.") && folder.tree().at("training").isEmpty()
                        ? Optional.empty()
                        : Optional.of(folder.with(path, value));
    }

    /** The plant where a condition holds. */
    static Plant where(Predicate<Folder> condition, Plant plant) {
        return folder -> condition.test(folder) ? plant.in(folder) : Optional.empty();
    }

    static boolean isClassification(Folder folder) {
        return folder.data().isClassification();
    }

    static boolean isRegression(Folder folder) {
        return !folder.data().isClassification();
    }

    /** Whether the experiment file lists the layers. */
    static boolean hasLayers(Folder folder) {
        return !folder.tree().layers().isEmpty();
    }

    static boolean isPlainGradientDescent(Folder folder) {
        return folder.tree().text("training.optimizer.name").equals("sgd");
    }
}
