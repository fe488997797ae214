package dev.plumbline.formats.keras;

import java.util.List;

/**
 * What a class of {@code keras.layers} computes, in nodes with ONNX operators.
 *
 * <p>To add one: a row in the table of its family ({@link CoreLayers}).
 */
@FunctionalInterface
interface KerasLayer {
    /**
     * Adds the nodes of one call. A layer that is called several times finds its parameters again by their names.
     *
     * @return what the layer gives
     * @throws dev.plumbline.UnusableInputException naming the layer, if its settings or inputs do not fit
     */
    List<KerasTensor> call(LayerScope layer, Call call);

    /** A layer of one input and one output that keeps the mask. */
    @FunctionalInterface
    interface OneToOne {
        /** Adds the nodes. @return the name of the output's value */
        String call(LayerScope layer, String input);
    }

    /** A layer of several inputs and one output. */
    @FunctionalInterface
    interface Merge {
        /** Adds the nodes. @return the name of the output's value */
        String call(LayerScope layer, List<String> inputs);
    }
}
