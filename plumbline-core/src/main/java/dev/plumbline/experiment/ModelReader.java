package dev.plumbline.experiment;

import dev.plumbline.UnusableInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The key {@code model}: an architecture by name, or layers, and the edits. */
final class ModelReader {
    private ModelReader() {}

    /** @param paths how a path of the file is to be found */
    static Optional<ModelPlan> read(Settings top, Function<String, Path> paths) {
        if (!top.has("model")) {
            return Optional.empty();
        }
        if (top.values().get("model") instanceof String text) {
            return Optional.of(new ModelPlan(file(top.place() + ".model", text, paths), List.of()));
        }
        Settings model = top.nested("model").orElseThrow();
        List<ModelEdit> edits = edits(model);
        Settings rest = model.without("edits");
        if (rest.has("file")) {
            rest.knowsOnly("file");
            String name = rest.text("file").orElseThrow();
            return Optional.of(new ModelPlan(file(model.place() + ".file", name, paths), edits));
        }
        if (rest.has("layers")) {
            rest.knowsOnly("layers");
            return Optional.of(new ModelPlan(new ModelPlan.Layers(layers(model)), edits));
        }
        String architecture = rest.text("architecture")
                .orElseThrow(() -> new UnusableInputException(
                        model.place(),
                        "`architecture`, `layers` or `file`",
                        model.values().isEmpty()
                                ? "neither"
                                : "only " + model.values().keySet(),
                        "Add `architecture: mlp`."));
        return Optional.of(
                new ModelPlan(new ModelPlan.Architecture(architecture, rest.without("architecture")), edits));
    }

    /** A word without a dot is more likely an architecture than a file. */
    private static ModelPlan.File file(String place, String text, Function<String, Path> paths) {
        Path path = paths.apply(text);
        if (!text.contains(".") && !Files.exists(path)) {
            throw new UnusableInputException(
                    place,
                    "a model file (model.keras, model.onnx), {architecture: mlp} or {layers: [...]}",
                    "\"" + text + "\"",
                    "Name an architecture as `model: {architecture: lenet}`.");
        }
        return new ModelPlan.File(path, Fingerprint.ofFile(path, place));
    }

    /** A layer is its type alone, {@code flatten}, or type and settings, {@code dense: {units: 10}}. */
    private static List<LayerSpec> layers(Settings model) {
        List<LayerSpec> layers = new ArrayList<>();
        for (Object element : list(model, "layers")) {
            String place = model.place() + ".layers[" + layers.size() + "]";
            if (element instanceof String type) {
                layers.add(new LayerSpec(type, Settings.none(place + " " + type)));
                continue;
            }
            if (!(element instanceof Map<?, ?> map) || map.size() != 1) {
                throw new UnusableInputException(
                        place, "a layer as `dense: {units: 10}`", String.valueOf(element), "Write one type a layer.");
            }
            Settings entry = Settings.of(place, stringKeys(map));
            String type = entry.values().keySet().iterator().next();
            layers.add(new LayerSpec(
                    type,
                    Settings.of(
                            place + " " + type, entry.nested(type).orElseThrow().values())));
        }
        return layers;
    }

    private static List<ModelEdit> edits(Settings model) {
        List<ModelEdit> edits = new ArrayList<>();
        if (!model.has("edits")) {
            return edits;
        }
        for (Object element : list(model, "edits")) {
            String place = model.place() + ".edits[" + edits.size() + "]";
            if (!(element instanceof Map<?, ?> map)) {
                throw new UnusableInputException(
                        place, "an edit as `initialize: he`", String.valueOf(element), "Write `key: value`.");
            }
            edits.add(edit(Settings.of(place, stringKeys(map))));
        }
        return edits;
    }

    private static ModelEdit edit(Settings edit) {
        edit.knowsOnly(
                "remove-node",
                "remove-operator",
                "replace-activation",
                "with",
                "initialize",
                "unfreeze",
                "remove-penalties",
                "remove-constraints",
                "remove-noise",
                "batch-norm-momentum",
                "batch-norm-epsilon",
                "min-width",
                "dropout",
                "batch-norm",
                "deeper",
                "wider",
                "narrower",
                "output-units",
                "output-bias",
                "set-axis",
                "to",
                "guard",
                "add-activation",
                "flatten-before",
                "pool-before",
                "align-batch");
        Optional<ModelEdit> structure = StructureEdits.read(edit);
        if (structure.isPresent()) {
            return structure.get();
        }
        if (edit.has("remove-node")) {
            return new ModelEdit.RemoveNode(edit.text("remove-node").orElseThrow());
        }
        if (edit.has("remove-operator")) {
            return new ModelEdit.RemoveOperator(edit.text("remove-operator").orElseThrow());
        }
        if (edit.has("replace-activation") && edit.has("with")) {
            return new ModelEdit.ReplaceActivation(
                    edit.text("replace-activation").orElseThrow(),
                    edit.text("with").orElseThrow());
        }
        if (edit.has("initialize")) {
            return new ModelEdit.Initialize(edit.text("initialize").orElseThrow());
        }
        if (edit.has("unfreeze")) {
            return new ModelEdit.Unfreeze();
        }
        if (edit.has("remove-penalties")) {
            return new ModelEdit.RemovePenalties();
        }
        if (edit.has("remove-constraints")) {
            return new ModelEdit.RemoveConstraints();
        }
        if (edit.has("remove-noise")) {
            return new ModelEdit.RemoveNoise();
        }
        if (edit.has("batch-norm-momentum")) {
            return new ModelEdit.BatchNormMomentum(edit.number("batch-norm-momentum", 0, 1, 0.9));
        }
        if (edit.has("batch-norm-epsilon")) {
            return new ModelEdit.BatchNormEpsilon(edit.number("batch-norm-epsilon", 0, Double.MAX_VALUE, 1e-3));
        }
        if (edit.has("min-width")) {
            return new ModelEdit.MinWidth(edit.integer("min-width", 1));
        }
        if (edit.has("dropout")) {
            return new ModelEdit.SetDropout(edit.number("dropout", 0, 0.999, 0));
        }
        if (edit.has("batch-norm")) {
            return new ModelEdit.AddBatchNorm();
        }
        if (edit.has("deeper")) {
            return new ModelEdit.AddLayers(edit.integer("deeper", 1));
        }
        if (edit.has("wider") || edit.has("narrower")) {
            boolean narrower = edit.has("narrower");
            return new ModelEdit.ScaleWidth(edit.integer(narrower ? "narrower" : "wider", 2), narrower);
        }
        throw new UnusableInputException(
                edit.place(),
                "remove-node, remove-operator, replace-activation and with, initialize, unfreeze, remove-penalties,"
                        + " remove-constraints, remove-noise, batch-norm-momentum, batch-norm-epsilon, min-width,"
                        + " dropout, batch-norm, deeper, wider, narrower, output-units, output-bias, set-axis and to, guard,"
                        + " add-activation, flatten-before, pool-before, or align-batch",
                edit.toString(),
                "Write one of them.");
    }

    private static List<?> list(Settings model, String key) {
        if (model.values().get(key) instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        throw model.wrong(
                key,
                "a list with at least one element",
                String.valueOf(model.values().get(key)));
    }

    private static Map<String, Object> stringKeys(Map<?, ?> map) {
        Map<String, Object> copy = new java.util.LinkedHashMap<>();
        map.forEach((k, v) -> copy.put(String.valueOf(k), v));
        return copy;
    }
}
