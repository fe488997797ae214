package dev.plumbline.network;

/**
 * What is added to the loss for a value: a weight regularizer where the value is a parameter, an activity regularizer
 * where it is a node's output.
 */
public sealed interface Penalty {
    /** Name of a parameter or of a node's output. */
    String value();

    /** Whether what is added is divided by the number of examples in the batch. */
    boolean perExample();

    /**
     * For its size: the sum over all elements of {@code l1 |v| + l2 v^2}, as Keras has it.
     *
     * @param l1 factor of the absolute values, at least 0
     * @param l2 factor of the squares, at least 0 (without the half that some add)
     */
    record Size(String value, double l1, double l2, boolean perExample) implements Penalty {}

    /**
     * For vectors that are not at right angles: {@code factor} times the mean over all pairs of the absolute cosine of
     * their angle (Keras's {@code OrthogonalRegularizer}); NaN of a single vector, as there.
     *
     * @param factor at least 0
     * @param axis of the value along which a vector's components lie; all its other axes count the vectors
     */
    record Orthogonality(String value, double factor, int axis, boolean perExample) implements Penalty {}
}
