package dev.plumbline.experiment;

import java.util.List;

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

    /** The dense layer or convolution that gives the output gets so many units, drawn anew. */
    record SetOutputUnits(int units) implements ModelEdit {}

    /** The output layer's biases start from these values, one for each unit. */
    record SetOutputBias(List<Double> values) implements ModelEdit {
        public SetOutputBias {
            values = List.copyOf(values);
        }
    }

    /** A node works along another axis; negative ones count from the end. */
    record SetAxis(String node, int axis) implements ModelEdit {}

    /** What a node reads is kept inside the range in which the node has finite values and slopes. */
    record Guard(String node) implements ModelEdit {}

    /** An activation behind every hidden dense layer or convolution that has none. */
    record AddActivation(String operator) implements ModelEdit {}

    /** All axes but the batch's become one in front of a dense node, whose weights are drawn anew. */
    record FlattenBefore(String node) implements ModelEdit {}

    /** The mean over all axes between the batch's and the last, in front of a dense node. */
    record PoolBefore(String node) implements ModelEdit {}

    /** What an elementwise node reads gets axes of size 1 behind the batch, so that the batches of all of them meet. */
    record AlignBatch(String node) implements ModelEdit {}

    /** Weights are not brought back to anything after an update. */
    record RemoveConstraints() implements ModelEdit {}

    /** What layers draw at random in training is what it is in evaluation; plain dropout stays. */
    record RemoveNoise() implements ModelEdit {}

    /** The share of its running statistics that every batch norm keeps at a step. */
    record BatchNormMomentum(double momentum) implements ModelEdit {}

    /** What every batch norm adds to the variance. */
    record BatchNormEpsilon(double epsilon) implements ModelEdit {}

    /**
     * Hidden layers that are narrower get so many units or filters. Their weights, and those behind them, start anew.
     */
    record MinWidth(int units) implements ModelEdit {}
}
