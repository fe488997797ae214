package dev.plumbline.formats;

import dev.plumbline.data.InputSchema;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Modality;
import java.util.List;

/** How the inputs of examples become tensors, the same way in every split. */
interface InputCoding {
    /** How an example is to be seen. */
    Modality modality();

    /** Name and shape of each input; a vocabulary is left at 0, since it needs all splits. */
    List<InputSchema> schemas();

    /**
     * The chosen rows as one tensor for each input.
     *
     * @param split what the rows are for, as notes name it
     * @throws dev.plumbline.UnusableInputException if the examples' columns or shapes are not those of train
     */
    List<Tensor> encode(Examples examples, int[] rows, SplitName split);
}
