package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.strength;
import static dev.plumbline.zoo.fault.Edit.where;

import dev.plumbline.zoo.folder.Folder;
import dev.plumbline.zoo.folder.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faults in how the layers that the experiment file lists follow each other. */
final class DepthFaults {
    private DepthFaults() {}

    static List<Fault> list() {
        return List.of(
                Fault.of("saturating-activations", strength("deep-sigmoid", deep("sigmoid", 8, ""))),
                Fault.of("vanishing-gradient", strength("deep-tanh", deep("tanh", 10, "normal(0.03)"))),
                Fault.of("exploding-gradient", strength("deep-relu", deep("relu", 8, "normal(1.2)"))),
                Fault.of(
                        "no-activation",
                        strength("all-linear", where(Edit::hasLayers, Activations.replaced("relu", "linear")))),
                Fault.of("missing-flatten", strength("layers", DepthFaults::unflattened)),
                Fault.of("layer-order", strength("dropout-before-norm", DepthFaults::dropoutBeforeNorm)),
                Fault.of("batch-norm-statistics", strength("momentum", DepthFaults::slowNorm)),
                Fault.of(
                        "softmax-on-one-unit",
                        strength("layers", where(DepthFaults::hasOneUnit, Outputs.ending("softmax")))),
                Fault.of("output-width", strength("one-too-few", DepthFaults::narrowOutput)));
    }

    /** Many narrow layers of an activation before the last one. */
    private static Plant deep(String activation, int depth, String initializer) {
        return where(Edit::hasLayers, folder -> {
            List<Map<String, Object>> layers = folder.tree().layers();
            Map<String, Object> last = layers.remove(layers.size() - 1);
            for (int i = 0; i < depth; i++) {
                Map<String, Object> settings = Tree.map("units", 32, "activation", activation);
                if (!initializer.isEmpty()) {
                    settings.put("initializer", initializer);
                }
                layers.add(Tree.map("dense", settings));
            }
            layers.add(last);
            Folder deeper = Outputs.layered(folder, layers);
            return last.containsKey("dense") ? Optional.of(deeper) : Optional.empty();
        });
    }

    private static Optional<Folder> unflattened(Folder folder) {
        List<Map<String, Object>> layers = folder.tree().layers();
        boolean removed = layers.removeIf(layer -> layer.containsKey("flatten"));
        return removed ? Optional.of(Outputs.layered(folder, layers)) : Optional.empty();
    }

    private static Optional<Folder> dropoutBeforeNorm(Folder folder) {
        List<Map<String, Object>> layers = new ArrayList<>();
        boolean changed = false;
        for (Map<String, Object> layer : folder.tree().layers()) {
            if (layer.containsKey("batch-norm")) {
                layers.add(Tree.map("dropout", Tree.map("rate", 0.5)));
                changed = true;
            }
            layers.add(layer);
        }
        return changed ? Optional.of(Outputs.layered(folder, layers)) : Optional.empty();
    }

    private static Optional<Folder> slowNorm(Folder folder) {
        List<Map<String, Object>> layers = folder.tree().layers();
        boolean changed = false;
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).containsKey("batch-norm")) {
                layers.set(i, Tree.map("batch-norm", Tree.map("momentum", 0.9999)));
                changed = true;
            }
        }
        return changed ? Optional.of(Outputs.layered(folder, layers)) : Optional.empty();
    }

    private static boolean hasOneUnit(Folder folder) {
        List<Map<String, Object>> layers = folder.tree().layers();
        return !layers.isEmpty()
                && layers.get(layers.size() - 1).get("dense") instanceof Map<?, ?> settings
                && Integer.valueOf(1).equals(settings.get("units"));
    }

    private static Optional<Folder> narrowOutput(Folder folder) {
        List<Map<String, Object>> layers = folder.tree().layers();
        if (layers.isEmpty() || hasOneUnit(folder) || !Edit.isClassification(folder)) {
            return Optional.empty();
        }
        layers.set(
                layers.size() - 1,
                Tree.map("dense", Tree.map("units", folder.data().classCount() - 1)));
        return Optional.of(Outputs.layered(folder, layers));
    }
}
