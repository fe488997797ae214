package dev.plumbline.network.operator;

import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * What an ONNX operator of a name does to shapes and element types. How it is computed is the engine's affair.
 *
 * <p>To add one: write a class, list it in its family ({@code ActivationOperators}), and give the engine its
 * translation.
 */
public interface Operator {
    /** The ONNX name: {@code Gemm}. */
    String name();

    /**
     * The types of the outputs, one for each output that the operator has.
     *
     * @throws ShapeFault if the inputs do not fit, saying what was expected and found
     */
    List<ValueType> infer(Inputs inputs);

    /**
     * The first output's values, where they follow from what is known before anything is computed: the sizes that a
     * {@code Shape} gives, and arithmetic on them. Whole numbers may be batch counts ({@link BatchCount}).
     *
     * @return empty where the values are known only when the network runs
     */
    default Optional<Tensor> evaluate(Inputs inputs) {
        return Optional.empty();
    }

    /** What {@link #evaluate} tells of all outputs, in order; of those that the list lacks nothing is known. */
    default List<Optional<Tensor>> evaluateAll(Inputs inputs) {
        return List.of(evaluate(inputs));
    }
}
