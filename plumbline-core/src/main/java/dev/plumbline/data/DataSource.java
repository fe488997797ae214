package dev.plumbline.data;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.edit.Edits;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Task;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where data come from: the reader of files in {@code plumbline-formats}, or arrays that a program holds already. */
@FunctionalInterface
public interface DataSource {
    /**
     * Reads, encodes and splits.
     *
     * @param plan which splits, inputs and target
     * @param task what the target is, or null to infer it from the target's values
     * @throws dev.plumbline.UnusableInputException with one line for a person, if the plan's data cannot be used
     */
    Dataset load(DataPlan plan, @Nullable Task task);

    /**
     * The arrays of a file that is no split: what another model predicted, say.
     *
     * @return by name; whole numbers as {@link LongTensor}, others as {@link FloatTensor}
     * @throws UnusableInputException if this source reads no files, or not that one
     */
    default Map<String, Tensor> arrays(Path file) {
        throw new UnusableInputException(
                file.toString(), "a reader of files", "a source that reads none", "Give the walk a reader of files.");
    }

    /**
     * A source that always gives these arrays, cut down and changed as the plan asks (subset, classes, edits, one
     * batch).
     */
    static DataSource of(Dataset dataset) {
        return (plan, task) -> Subsets.apply(Edits.shifted(dataset, plan.edits()), plan);
    }
}
