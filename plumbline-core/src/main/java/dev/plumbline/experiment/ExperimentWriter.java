package dev.plumbline.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The experiment as the plain values of its file: what {@link ExperimentReader} reads, every setting written out. */
final class ExperimentWriter {
    private final @Nullable Path folder;

    private ExperimentWriter(@Nullable Path folder) {
        this.folder = folder;
    }

    /** With paths as they are. */
    static Map<String, Object> tree(Experiment experiment) {
        return new ExperimentWriter(null).experiment(experiment);
    }

    /** With paths relative to the folder where they lie in it. */
    static Map<String, Object> tree(Experiment experiment, Path folder) {
        return new ExperimentWriter(folder.toAbsolutePath().normalize()).experiment(experiment);
    }

    private Map<String, Object> experiment(Experiment experiment) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", experiment.name());
        tree.put("task", experiment.task().label());
        tree.put("data", data(experiment.data()));
        tree.put("model", model(experiment.model()));
        Map<String, Object> training = training(experiment.training());
        if (folder != null && experiment.model().source() instanceof ModelPlan.File) {
            nothingOf(training);
        }
        tree.put("training", training);
        Map<String, Object> goal = new LinkedHashMap<>();
        goal.put("metric", experiment.goal().metric().label());
        put(goal, "target", experiment.goal().target());
        put(goal, "irreducible-error", experiment.goal().irreducibleError());
        tree.put("goal", goal);
        Reference reference = experiment.goal().reference();
        // known results are no part of a fingerprint: they do not change what happens
        if (folder != null && !reference.isNone()) {
            tree.put("reference", reference(reference));
        }
        return tree;
    }

    private Map<String, Object> reference(Reference reference) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "model", reference.model() == null ? null : path(reference.model()));
        put(tree, "predictions", reference.predictions() == null ? null : path(reference.predictions()));
        put(tree, "metric-value", reference.metricValue());
        put(tree, "examples", reference.examples());
        return tree;
    }

    private Map<String, Object> data(DataPlan data) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("train", path(data.train()));
        tree.put("validation", split(data.validation()));
        tree.put("shifted-validation", split(data.shiftedValidation()));
        tree.put("test", split(data.test()));
        putList(tree, "inputs", data.inputs());
        put(tree, "target", data.target());
        if (!data.otherTargets().isEmpty()) {
            Map<String, Object> others = new LinkedHashMap<>();
            data.otherTargets().forEach((output, other) -> others.put(output, target(other)));
            tree.put("other-targets", others);
        }
        put(tree, "ignore-class", data.ignoreClass());
        putList(tree, "sample-shape", data.sampleShape());
        put(tree, "modality", data.modality() == null ? null : data.modality().label());
        tree.put("normalization", data.normalization().label());
        tree.put("target-normalization", data.targetNormalization().label());
        putList(tree, "classes", data.classes());
        put(tree, "max-examples", data.maxExamples());
        put(tree, "one-batch", data.oneBatch());
        tree.put("seed", data.seed());
        putList(tree, "edits", DataEdits.write(data.edits()));
        return tree;
    }

    private static Object target(TargetPlan plan) {
        if (plan.equals(new TargetPlan(plan.array(), null))) {
            return plan.array();
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("array", plan.array());
        put(tree, "task", plan.task() == null ? null : plan.task().label());
        put(tree, "ignore-class", plan.ignoreClass());
        return tree;
    }

    private Object split(SplitPlan split) {
        if (split instanceof SplitPlan.FromFile file) {
            return path(file.path());
        }
        return split instanceof SplitPlan.Fraction held ? Map.of("fraction", held.fraction()) : "none";
    }

    private String path(Path path) {
        if (folder == null) {
            return path.toString();
        }
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return folder.relativize(absolute).toString().replace('\\', '/');
        } catch (IllegalArgumentException e) {
            return absolute.toString(); // another drive: there is no relative path
        }
    }

    private Map<String, Object> model(ModelPlan model) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (model.source() instanceof ModelPlan.File file) {
            // a fingerprint is of the content, wherever it lies
            tree.put("file", folder == null ? file.digest() : path(file.path()));
        }
        if (model.source() instanceof ModelPlan.Architecture architecture) {
            tree.put("architecture", architecture.name());
            tree.putAll(architecture.settings().values());
        } else if (model.source() instanceof ModelPlan.Layers layers) {
            List<Object> list = new ArrayList<>();
            for (LayerSpec layer : layers.layers()) {
                list.add(
                        layer.settings().values().isEmpty()
                                ? layer.type()
                                : Map.of(layer.type(), layer.settings().values()));
            }
            tree.put("layers", list);
        }
        if (!model.edits().isEmpty()) {
            tree.put("edits", model.edits().stream().map(ExperimentWriter::edit).toList());
        }
        return tree;
    }

    private static Map<String, Object> edit(ModelEdit edit) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (edit instanceof ModelEdit.RemoveNode remove) {
            tree.put("remove-node", remove.node());
        } else if (edit instanceof ModelEdit.RemoveOperator remove) {
            tree.put("remove-operator", remove.operator());
        } else if (edit instanceof ModelEdit.ReplaceActivation replace) {
            tree.put("replace-activation", replace.from());
            tree.put("with", replace.to());
        } else if (edit instanceof ModelEdit.Initialize initialize) {
            tree.put("initialize", initialize.initializer());
        } else if (edit instanceof ModelEdit.Unfreeze) {
            tree.put("unfreeze", "all");
        } else if (edit instanceof ModelEdit.SetDropout dropout) {
            tree.put("dropout", dropout.rate());
        } else if (edit instanceof ModelEdit.AddBatchNorm) {
            tree.put("batch-norm", "hidden");
        } else if (edit instanceof ModelEdit.AddLayers layers) {
            tree.put("deeper", layers.count());
        } else if (edit instanceof ModelEdit.ScaleWidth width) {
            tree.put(width.isNarrower() ? "narrower" : "wider", width.factor());
        } else if (edit instanceof ModelEdit.RemovePenalties) {
            tree.put("remove-penalties", "all");
        } else if (edit instanceof ModelEdit.SetOutputUnits output) {
            tree.put("output-units", output.units());
        } else if (edit instanceof ModelEdit.SetOutputBias bias) {
            tree.put("output-bias", bias.values());
        } else if (edit instanceof ModelEdit.SetAxis set) {
            tree.put("set-axis", set.node());
            tree.put("to", set.axis());
        } else if (edit instanceof ModelEdit.Guard guard) {
            tree.put("guard", guard.node());
        } else if (edit instanceof ModelEdit.AddActivation activation) {
            tree.put("add-activation", activation.operator());
        } else if (edit instanceof ModelEdit.FlattenBefore flatten) {
            tree.put("flatten-before", flatten.node());
        } else if (edit instanceof ModelEdit.PoolBefore pool) {
            tree.put("pool-before", pool.node());
        } else if (edit instanceof ModelEdit.AlignBatch align) {
            tree.put("align-batch", align.node());
        } else if (edit instanceof ModelEdit.RemoveConstraints) {
            tree.put("remove-constraints", "all");
        } else if (edit instanceof ModelEdit.RemoveNoise) {
            tree.put("remove-noise", "all");
        } else if (edit instanceof ModelEdit.BatchNormMomentum norm) {
            tree.put("batch-norm-momentum", norm.momentum());
        } else if (edit instanceof ModelEdit.BatchNormEpsilon norm) {
            tree.put("batch-norm-epsilon", norm.epsilon());
        } else if (edit instanceof ModelEdit.MinWidth width) {
            tree.put("min-width", width.units());
        }
        return tree;
    }

    private static Map<String, Object> training(TrainingPlan training) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("loss", loss(training.loss()));
        tree.put("optimizer", optimizer(training.optimizer()));
        tree.put("schedule", ScheduleSettings.write(training.schedule()));
        tree.put("batch-size", training.batchSize());
        tree.put("epochs", training.epochs());
        Clipping clipping = training.clipping();
        if (clipping != null) {
            tree.put(clipping.kind().label(), clipping.bound());
        }
        put(tree, "early-stopping", training.earlyStopping());
        tree.put("shuffle", training.shuffle());
        tree.put("seed", training.seed());
        if (!training.otherLosses().isEmpty()) {
            Map<String, Object> others = new LinkedHashMap<>();
            training.otherLosses().forEach((output, plan) -> others.put(output, loss(plan)));
            tree.put("other-losses", others);
        }
        if (training.gradientAccumulationSteps() > 1) {
            tree.put("gradient-accumulation-steps", training.gradientAccumulationSteps());
        }
        Ema ema = training.ema();
        if (ema != null) {
            Map<String, Object> average = new LinkedHashMap<>();
            average.put("momentum", ema.momentum());
            put(average, "overwrite-frequency", ema.overwriteFrequency() == 0 ? null : ema.overwriteFrequency());
            tree.put("ema", average);
        }
        return tree;
    }

    /** What is not set is said to be so, lest a model file's settings come in its place when it is read. */
    private static void nothingOf(Map<String, Object> training) {
        if (Arrays.stream(Clipping.Kind.values()).noneMatch(kind -> training.containsKey(kind.label()))) {
            training.put(Clipping.Kind.GLOBAL_NORM.label(), "none");
        }
        training.putIfAbsent("other-losses", Map.of());
        training.putIfAbsent("gradient-accumulation-steps", 1);
        training.putIfAbsent("ema", "none");
    }

    private static Object loss(LossPlan plan) {
        if (plan.equals(LossPlan.of(plan.loss()))) {
            return plan.loss().label();
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", plan.loss().label());
        tree.put("scale", plan.scale());
        tree.putAll(plan.settings());
        putList(tree, "weights", plan.weights());
        return tree;
    }

    private static Map<String, Object> optimizer(Optimizer optimizer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", optimizer.name());
        tree.putAll(RecordSettings.write(optimizer));
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value);
        }
    }

    private static void putList(Map<String, Object> tree, String key, List<?> values) {
        if (!values.isEmpty()) {
            tree.put(key, values);
        }
    }
}
