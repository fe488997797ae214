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

    /**
     * Every dropout gets the rate; where there is none, one is put in front of the dense layers behind the first
     * weights. For networks that come from a file.
     */
    record SetDropout(double rate) implements ModelEdit {}

    /** Batch normalization behind every hidden layer that has none. For networks that come from a file. */
    record AddBatchNorm() implements ModelEdit {}

    /** So many dense layers more in front of the output layer. For networks that come from a file. */
    record AddLayers(int count) implements ModelEdit {}

    /**
     * Hidden layers wider by a factor, or narrower. All weights start anew, since none of the old ones fit. For
     * networks that come from a file.
     */
    record ScaleWidth(int factor, boolean isNarrower) implements ModelEdit {
        /** The new size of what had the old one. */
        public int of(int size) {
            return isNarrower ? 1 + (size - 1) / factor : Math.multiplyExact(size, factor);
        }
    }

    /** Nothing is added to the loss for the size of weights or activations. */
    record RemovePenalties() implements ModelEdit {}
}
