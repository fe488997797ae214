package dev.plumbline.formats;

import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.DataPlan;
import java.util.Map;

/** The rows of one file, with inputs and target told apart but not yet encoded. */
sealed interface Examples permits TableExamples, ArrayExamples {
    /** The file, as messages name it. */
    String file();

    /** The number of rows. */
    int size();

    /** The target of every row. */
    Targets targets();

    /** The targets of the network's other outputs, by the outputs' names. */
    default Map<String, Targets> otherTargets() {
        return Map.of();
    }

    /**
     * Decides how inputs become tensors. Whatever is learned from values (categories, medians) is learned from the
     * train rows alone, so that nothing of the other splits leaks.
     *
     * @param rows the train split's rows among these
     * @param targets the train split's encoded targets, in the rows' order
     */
    InputCoding fitInputs(DataPlan plan, int[] rows, Tensor targets, Notes notes);
}
