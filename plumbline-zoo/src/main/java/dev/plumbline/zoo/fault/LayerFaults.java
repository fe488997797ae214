package dev.plumbline.zoo.fault;

import static dev.plumbline.zoo.fault.Edit.strength;
import static dev.plumbline.zoo.fault.Edit.where;

import dev.plumbline.zoo.folder.Folder;
import dev.plumbline.zoo.folder.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Faults in the layers that the experiment file lists. */
final class LayerFaults {
    private LayerFaults() {}

    static List<Fault> list() {
        return List.of(
                Fault.of(
                        "initialization-zeros",
                        strength("zeros", everyWeight("zeros")),
                        strength("equal", everyWeight("constant(0.05)"))),
                Fault.of(
                        "initialization-scale",
                        strength("large", everyWeight("normal(5)")),
                        strength("small", everyWeight("normal(0.000001)"))),
                Fault.of(
                        "dropout-too-strong",
                        strength("0.9", LayerFaults.dropout(0.9)),
                        strength("0.97", LayerFaults.dropout(0.97))),
                Fault.of("frozen-parameter", strength("all-but-first", frozen())),
                Fault.of(
                        "capacity-too-small",
                        strength("1-unit", hidden((type, settings) -> narrow(settings, 1))),
                        strength("2-units", hidden((type, settings) -> narrow(settings, 2)))),
                Fault.of("output-bias", strength("100", LayerFaults::outputBias)),
                Fault.of(
                        "dead-units",
                        strength(
                                "bias",
                                hidden((type, settings) -> settings.put("bias-initializer", "constant(-20)")))));
    }

    private static Plant everyWeight(String initializer) {
        return each((type, settings) -> settings.put("initializer", initializer), 0);
    }

    /** Changes every dense and convolution layer but the last one. */
    private static Plant hidden(BiConsumer<String, Map<String, Object>> change) {
        return each(change, 1);
    }

    private static Plant frozen() {
        return folder -> {
            int[] seen = {0};
            return each(
                            (type, settings) -> {
                                if (seen[0]++ > 0) {
                                    settings.put("trainable", false);
                                }
                            },
                            0)
                    .in(folder);
        };
    }

    private static void narrow(Map<String, Object> settings, int units) {
        settings.computeIfPresent("units", (key, was) -> units);
        settings.computeIfPresent("filters", (key, was) -> units);
    }

    /** @param spared so many of the last layers with weights stay */
    private static Plant each(BiConsumer<String, Map<String, Object>> change, int spared) {
        return where(Edit::hasLayers, folder -> {
            List<Map<String, Object>> layers = folder.tree().layers();
            int left = (int) layers.stream().filter(LayerFaults::hasWeights).count() - spared;
            for (int i = 0; i < layers.size() && left > 0; i++) {
                if (hasWeights(layers.get(i))) {
                    layers.set(i, changed(layers.get(i), change));
                    left--;
                }
            }
            return Optional.of(Outputs.layered(folder, layers));
        });
    }

    private static boolean hasWeights(Map<String, Object> layer) {
        return layer.containsKey("dense") || layer.containsKey("conv2d");
    }

    private static Map<String, Object> changed(
            Map<String, Object> layer, BiConsumer<String, Map<String, Object>> change) {
        String type = layer.keySet().iterator().next();
        Map<String, Object> settings = new LinkedHashMap<>();
        if (layer.get(type) instanceof Map<?, ?> given) {
            given.forEach((key, value) -> settings.put(String.valueOf(key), value));
        }
        change.accept(type, settings);
        return Tree.map(type, settings);
    }

    /** Dropout before every dense layer. */
    private static Plant dropout(double rate) {
        return folder -> {
            if (folder.tree().text("model.architecture").equals("mlp")
                    || folder.tree().text("model.architecture").equals("lstm")) {
                return Optional.of(folder.with("model.dropout", rate));
            }
            if (!Edit.hasLayers(folder)) {
                return Optional.empty();
            }
            List<Map<String, Object>> layers = new ArrayList<>();
            for (Map<String, Object> layer : folder.tree().layers()) {
                if (layer.containsKey("dense") && !layers.isEmpty()) {
                    layers.add(Tree.map("dropout", Tree.map("rate", rate)));
                }
                layers.add(layer);
            }
            return Optional.of(Outputs.layered(folder, layers));
        };
    }

    /** A last bias far off. */
    private static Optional<Folder> outputBias(Folder folder) {
        List<Map<String, Object>> layers = folder.tree().layers();
        if (layers.isEmpty() || !layers.get(layers.size() - 1).containsKey("dense") || Edit.isClassification(folder)) {
            return Optional.empty();
        }
        int last = layers.size() - 1;
        layers.set(
                last, changed(layers.get(last), (type, settings) -> settings.put("bias-initializer", "constant(100)")));
        return Optional.of(Outputs.layered(folder, layers));
    }
}
