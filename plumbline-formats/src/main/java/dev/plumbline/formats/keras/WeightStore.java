package dev.plumbline.formats.keras;

import dev.plumbline.data.FloatTensor;
import java.util.List;
import java.util.Map;

/** The weights of a model file. */
interface WeightStore {
    /**
     * The values of each variable, in Keras's own layout, by the name of its parameter; empty where the file has no
     * weights at all.
     *
     * @throws dev.plumbline.UnusableInputException naming the layer, if weights are missing or of another number
     */
    Map<String, FloatTensor> values(List<Variable> variables);

    /** A file without weights: the initializers draw them. */
    WeightStore NONE = variables -> Map.of();
}
