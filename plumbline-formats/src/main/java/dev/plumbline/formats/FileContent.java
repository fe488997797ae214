package dev.plumbline.formats;

import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.DataPlan;
import org.jspecify.annotations.Nullable;

/** What a data file holds, whatever its format: a table of typed columns, or arrays with names. */
sealed interface FileContent permits Table, NamedArrays {
    /**
     * The examples of one split: which columns or arrays are inputs, which is the target.
     *
     * @param like the train split's examples, which these must match; null where these are the train split's
     * @throws dev.plumbline.UnusableInputException if a column or array is not there
     */
    Examples examples(DataPlan plan, SplitName split, @Nullable Examples like);

    /** Whether the file brings this split beside train, as an .npz with {@code x_train} and {@code x_test} does. */
    default boolean brings(SplitName split, DataPlan plan) {
        return false;
    }
}
