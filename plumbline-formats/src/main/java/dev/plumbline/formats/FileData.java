package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Subsets;
import dev.plumbline.data.Tensor;
import dev.plumbline.data.edit.Edits;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.SplitPlan;
import dev.plumbline.experiment.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a {@link DataPlan}: {@code .csv} and {@code .tsv} tables, {@code .npz} arrays.
 *
 * <pre>{@code
 * Dataset digits = new FileData().load(DataPlan.of(Path.of("examples/digits/train.csv")), null);
 * }</pre>
 *
 * <p>Tables: the first line names the columns. Numbers stay numbers; true/false and yes/no become 1 and 0; words become
 * one column of 0 and 1 for each category of the train split; dates, row numbers and columns of too many different
 * texts are left out. A cell that is empty or one of NA, N/A, NaN, null, ? is missing and gets the train split's median
 * or most frequent category, and an extra 0/1 column where the gaps tell something about the target. Arrays are taken
 * as they are, NaN too; images get their channels first. Everything that was decided or changed is in
 * {@link Dataset#notes()}.
 *
 * <p>What cannot be used is an {@link UnusableInputException} of one line, never another exception.
 */
public final class FileData implements DataSource {
    private final DataFormats formats;

    /** A reader of every format that Plumbline knows. */
    public FileData() {
        this(DataFormats.standard());
    }

    FileData(DataFormats formats) {
        this.formats = formats;
    }

    /** Rows of a file that make a split. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(Examples examples, int[] rows, Tensor targets, List<Tensor> others) {}

    @Override
    public Dataset load(DataPlan plan, @Nullable Task task) {
        try {
            return read(plan, task);
        } catch (OutOfMemoryError e) {
            throw UnusableInputException.because(
                    plan.train() + ": the data do not fit into the "
                            + Runtime.getRuntime().maxMemory() / (1 << 20)
                            + " MiB that Java may use. Give Java more memory (-Xmx), or use fewer rows or columns.",
                    e);
        }
    }

    @Override
    public Map<String, Tensor> arrays(Path file) {
        if (formats.read(file) instanceof NamedArrays arrays) {
            return arrays.tensors();
        }
        throw new UnusableInputException(
                file.toString(), "named arrays (.npz)", "a table", "Save them with numpy.savez(file, test=...).");
    }

    private Dataset read(DataPlan plan, @Nullable Task task) {
        Notes notes = new Notes();
        FileContent file = formats.read(plan.train());
        Examples train = file.examples(plan, SplitName.TRAIN, null);
        Map<SplitName, Examples> others = others(plan, file, train, notes);
        Function<Examples, CountedRows> counted =
                examples -> CountedRows.of(examples.targets(), task, plan.ignoreClass());
        TargetCoding targets = TargetCoding.fit(counted.apply(train).targets(), task, plan.ignoreClass(), notes)
                .seeing(
                        others.values().stream()
                                .map(examples -> counted.apply(examples).targets())
                                .toList(),
                        notes);
        OtherTargets beside = OtherTargets.fit(train, plan, notes);
        Map<SplitName, Part> parts = parts(plan, train, others, targets, beside, counted, notes);
        Part learned = java.util.Objects.requireNonNull(parts.get(SplitName.TRAIN));
        InputCoding inputs = train.fitInputs(plan, learned.rows(), learned.targets(), notes);
        Map<SplitName, Split> splits = new EnumMap<>(SplitName.class);
        parts.forEach((name, part) -> splits.put(
                name, new Split(inputs.encode(part.examples(), part.rows(), name), part.targets(), part.others())));
        Schema schema = new Schema(
                inputs.modality(),
                withVocabulary(inputs.schemas(), splits),
                train.targets().name(),
                targets.classNames(),
                targets.outputs(),
                targets.positions(),
                beside.schemas(),
                targets.task() == Task.TAGGING && plan.ignoreClass() != null);
        Dataset dataset = Subsets.apply(new Dataset(targets.task(), schema, splits, notes.list()), plan);
        requireRows(dataset);
        return dataset;
    }

    /** Splits that have a file, or arrays in train's file, of their own. */
    private Map<SplitName, Examples> others(DataPlan plan, FileContent file, Examples train, Notes notes) {
        Map<SplitName, SplitPlan> plans = new EnumMap<>(SplitName.class);
        plans.put(SplitName.VALIDATION, plan.validation());
        plans.put(SplitName.SHIFTED_VALIDATION, plan.shiftedValidation());
        plans.put(SplitName.TEST, plan.test());
        Map<SplitName, Examples> others = new EnumMap<>(SplitName.class);
        plans.forEach((name, source) -> {
            if (source instanceof SplitPlan.FromFile other) {
                others.put(name, read(other.path(), plan, name, train));
            } else if (file.brings(name, plan) && isOpen(name, source)) {
                notes.add(train.file(), "The file brings arrays for " + name + ", which were used.");
                others.put(name, file.examples(plan, name, train));
            } else if (name == SplitName.SHIFTED_VALIDATION && source instanceof SplitPlan.Fraction) {
                throw new UnusableInputException(
                        "data." + name,
                        "a file with data from where the model will be used",
                        "a fraction of train",
                        "Name a file, or leave the key out.");
            }
        });
        return others;
    }

    private static Map<SplitName, Part> parts(
            DataPlan plan,
            Examples train,
            Map<SplitName, Examples> others,
            TargetCoding targets,
            OtherTargets beside,
            Function<Examples, CountedRows> counted,
            Notes notes) {
        Map<SplitName, Part> parts = new EnumMap<>(SplitName.class);
        others.forEach((name, examples) -> parts.put(name, whole(examples, targets, beside, counted.apply(examples))));
        List<Tensor> allBeside = beside.encode(train);
        CountedRows kept = counted.apply(train);
        if (kept.isPartial()) {
            notes.add(
                    train.targets().name(),
                    train.size() - kept.rows().length + " examples of class " + plan.ignoreClass()
                            + ", which is ignored, were left out.");
        }
        Tensor all = Edits.shifted(targets.encode(kept.targets()), plan.edits());
        Partition.of(plan, all, others.keySet()).forEach((name, chosen) -> {
            int[] rows = Arrays.stream(chosen).map(i -> kept.rows()[i]).toArray();
            parts.put(
                    name,
                    new Part(
                            train,
                            rows,
                            all.rows(chosen),
                            allBeside.stream().map(t -> t.rows(rows)).toList()));
            if (name != SplitName.TRAIN) {
                notes.add(
                        name.label(),
                        rows.length + " of the " + train.size() + " examples of " + train.file()
                                + " were held out for it by the seed " + plan.seed() + ".");
            }
        });
        return parts;
    }

    /**
     * Whether the plan leaves the split to the file: a validation fraction is the default, a missing one was asked for.
     */
    private static boolean isOpen(SplitName name, SplitPlan source) {
        return name == SplitName.VALIDATION ? source instanceof SplitPlan.Fraction : source instanceof SplitPlan.None;
    }

    private Examples read(Path path, DataPlan plan, SplitName name, Examples train) {
        return formats.read(path).examples(plan, name, train);
    }

    private static Part whole(Examples examples, TargetCoding targets, OtherTargets beside, CountedRows counted) {
        int[] rows = counted.rows();
        return new Part(
                examples,
                rows,
                targets.encode(counted.targets()),
                beside.encode(examples).stream().map(t -> t.rows(rows)).toList());
    }

    /** Token numbers of every split count: one that train lacks must still have a place in the embedding. */
    private static List<InputSchema> withVocabulary(List<InputSchema> schemas, Map<SplitName, Split> splits) {
        List<InputSchema> complete = new ArrayList<>();
        for (int i = 0; i < schemas.size(); i++) {
            InputSchema schema = schemas.get(i);
            if (schema.dtype() == DType.INT64) {
                long largest = 0;
                for (Split split : splits.values()) {
                    for (long token : ((LongTensor) split.inputs().get(i)).values()) {
                        largest = Math.max(largest, token);
                    }
                }
                schema = new InputSchema(
                        schema.name(), schema.shape(), schema.dtype(), List.of(), Math.toIntExact(largest + 1));
            }
            complete.add(schema);
        }
        return complete;
    }

    private static void requireRows(Dataset dataset) {
        dataset.splits().forEach((name, split) -> {
            if (split.size() == 0) {
                throw new UnusableInputException(
                        "data." + name,
                        "at least one example",
                        "none that data.classes keeps",
                        "Keep other classes, or give the split another file.");
            }
        });
    }
}
