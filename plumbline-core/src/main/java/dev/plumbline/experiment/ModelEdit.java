package dev.plumbline.experiment;

/** A change of the network's graph, as the experiment file holds it under {@code model.edits}. */
public sealed interface ModelEdit {
    /** The node is taken out; what read its output reads its first input. */
    record RemoveNode(String node) implements ModelEdit {}

    /** Every node of one ONNX operator is taken out: {@code Dropout}. */
    record RemoveOperator(String operator) implements ModelEdit {}

    /**
     * Every node of one activation operator becomes another: {@code Sigmoid} to {@code Relu}. The output's own stays.
     */
    record ReplaceActivation(String from, String to) implements ModelEdit {}

    /** All weights start from this initializer, biases from 0. */
    record Initialize(String initializer) implements ModelEdit {}

    /** All frozen weights are trained again. */
    record Unfreeze() implements ModelEdit {}
}
