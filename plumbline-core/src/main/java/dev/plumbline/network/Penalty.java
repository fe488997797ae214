package dev.plumbline.network;

/**
 * What is added to the loss for the size of a value: a weight regularizer where the value is a parameter, an activity
 * regularizer where it is a node's output. The sum over all elements of {@code l1 |v| + l2 v^2}, as Keras has it.
 *
 * @param value name of a parameter or of a node's output
 * @param l1 factor of the absolute values, at least 0
 * @param l2 factor of the squares, at least 0 (without the half that some add)
 * @param perExample whether the sum is divided by the number of examples in the batch
 */
public record Penalty(String value, double l1, double l2, boolean perExample) {}
