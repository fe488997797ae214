package dev.plumbline.experiment;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Draft.TrainingDraft;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the experiment file, top level and data; {@link ModelReader} and {@link TrainingReader} read the rest.
 */
final class ExperimentReader {
    private final Path file;

    ExperimentReader(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    Draft read(Settings top) {
        top.knowsOnly("name", "task", "data", "model", "training", "goal", "reference", "budget", "tune");
        Settings data = top.nested("data")
                .orElseThrow(() -> new UnusableInputException(
                        top.place(), "the key `data`", "none", "Add `data: {train: train.csv}`."));
        Task task = top.text("task")
                .map(t -> Labelled.parse(Task.class, t, top.place() + ".task"))
                .orElse(null);
        return new Draft(
                top.text("name").orElseGet(this::folderName),
                task,
                data(data),
                data.has("normalization"),
                data.has("target-normalization"),
                ModelReader.read(top, this::resolve).orElse(null),
                top.nested("training").map(TrainingReader::read).orElseGet(TrainingDraft::empty),
                goal(top, task),
                top.nested("goal").map(g -> g.has("metric")).orElse(false),
                top.text("budget")
                        .map(t -> Budget.parse(t, top.place() + ".budget"))
                        .orElse(null));
    }

    private String folderName() {
        Path folder = file.getParent();
        return folder == null || folder.getFileName() == null
                ? "experiment"
                : folder.getFileName().toString();
    }

    private DataPlan data(Settings data) {
        data.knowsOnly(
                "train",
                "validation",
                "shifted-validation",
                "test",
                "inputs",
                "target",
                "other-targets",
                "ignore-class",
                "sample-shape",
                "modality",
                "normalization",
                "target-normalization",
                "classes",
                "max-examples",
                "one-batch",
                "seed",
                "edits");
        Path train = data.text("train")
                .map(this::resolve)
                .orElseThrow(() ->
                        new UnusableInputException(data.place(), "the key `train`", "none", "Add `train: train.csv`."));
        List<Integer> sampleShape = data.integers("sample-shape", 1);
        return new DataPlan(
                train,
                split(data, "validation", new SplitPlan.Fraction(0.1)),
                split(data, "shifted-validation", new SplitPlan.None()),
                split(data, "test", new SplitPlan.None()),
                data.texts("inputs"),
                data.text("target").orElse(null),
                sampleShape,
                data.text("modality")
                        .map(t -> Labelled.parse(Modality.class, t, data.place() + ".modality"))
                        .orElse(null),
                data.text("normalization")
                        .map(t -> Labelled.parse(Normalization.class, t, data.place() + ".normalization"))
                        .orElse(Normalization.STANDARDIZE),
                data.text("target-normalization")
                        .map(t -> Labelled.parse(Normalization.class, t, data.place() + ".target-normalization"))
                        .orElse(Normalization.NONE),
                data.texts("classes"),
                optionalInteger(data, "max-examples"),
                optionalInteger(data, "one-batch"),
                data.integer("seed", 0, 0),
                DataEdits.read(data),
                data.nested("other-targets").map(ExperimentReader::targets).orElse(Map.of()),
                ignoredClass(data));
    }

    private static Map<String, TargetPlan> targets(Settings outputs) {
        Map<String, TargetPlan> targets = new LinkedHashMap<>();
        for (String output : outputs.values().keySet()) {
            if (outputs.values().get(output) instanceof Map) {
                Settings target = outputs.nested(output).orElseThrow();
                target.knowsOnly("array", "task", "ignore-class");
                Task task = target.text("task")
                        .map(t -> Labelled.parse(Task.class, t, target.place() + ".task"))
                        .orElse(null);
                targets.put(output, new TargetPlan(target.text("array").orElse(output), task, ignoredClass(target)));
            } else {
                targets.put(output, new TargetPlan(outputs.text(output).orElseThrow(), null));
            }
        }
        return targets;
    }

    /** Any number: files use -1, 255 and 0 for it. */
    private static @Nullable Integer ignoredClass(Settings settings) {
        return settings.has("ignore-class") ? settings.integer("ignore-class", Integer.MIN_VALUE) : null;
    }

    static @Nullable Integer optionalInteger(Settings settings, String key) {
        return settings.has(key) ? settings.integer(key, 1) : null;
    }

    private SplitPlan split(Settings data, String key, SplitPlan byDefault) {
        Object value = data.values().get(key);
        if (value == null) {
            return byDefault;
        }
        if (value instanceof String path) {
            return path.equals("none") ? new SplitPlan.None() : new SplitPlan.FromFile(resolve(path));
        }
        Optional<Settings> nested = data.nested(key);
        Settings split = nested.orElseThrow();
        split.knowsOnly("fraction");
        if (!split.has("fraction")) {
            throw data.wrong(key, "a file or {fraction: 0.1}", value);
        }
        double fraction = split.number("fraction", 0, 1, 0);
        if (fraction <= 0 || fraction >= 1) {
            throw split.wrong("fraction", "above 0 and below 1", fraction);
        }
        return new SplitPlan.Fraction(fraction);
    }

    private Path resolve(String path) {
        try {
            return file.resolveSibling(path).normalize();
        } catch (java.nio.file.InvalidPathException e) {
            throw UnusableInputException.because(file.getFileName() + ": \"" + path + "\" is not a path.", e);
        }
    }

    private @Nullable Goal goal(Settings top, @Nullable Task task) {
        Goal goal = top.nested("goal").map(g -> read(g, task)).orElse(null);
        Optional<Settings> known = top.nested("reference");
        if (known.isEmpty()) {
            return goal;
        }
        Goal given = goal == null ? Goal.of(byDefault(task)) : goal;
        return given.withReference(ReferenceReader.read(known.get(), this::resolve));
    }

    private static Metric byDefault(@Nullable Task task) {
        return Metric.byDefault(task == null ? Task.CLASSIFICATION : task);
    }

    private static Goal read(Settings goal, @Nullable Task task) {
        goal.knowsOnly("metric", "target", "irreducible-error");
        Metric metric = goal.text("metric")
                .map(t -> Labelled.parse(Metric.class, t, goal.place() + ".metric"))
                .orElse(byDefault(task));
        boolean share = metric.isShare() && (task != null || goal.has("metric"));
        Double target =
                goal.has("target") ? goal.number("target", -Double.MAX_VALUE, share ? 1 : Double.MAX_VALUE, 0) : null;
        Double irreducible = goal.has("irreducible-error")
                ? goal.number("irreducible-error", 0, share ? 1 : Double.MAX_VALUE, 0)
                : null;
        return new Goal(metric, target, irreducible);
    }
}
