package dev.plumbline.lab;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was seen while an experiment ran.
 *
 * @param losses the batch's loss at every step, in training mode, before the step's update; NaN and infinities as they
 *     came
 * @param epochs measurements after epochs; those before the first step as epoch 0
 * @param snapshots activations, gradients and parameters at the probed steps
 */
@SuppressWarnings("ArrayRecordComponent") // a curve of a million steps is not boxed
public record Trace(float[] losses, List<Epoch> epochs, List<Snapshot> snapshots) {
    public Trace {
        epochs = List.copyOf(epochs);
        snapshots = List.copyOf(snapshots);
    }

    /** The first snapshot, of the network as it was initialized. */
    public Optional<Snapshot> first() {
        return snapshots.stream().findFirst();
    }

    /** The last snapshot. */
    public Optional<Snapshot> last() {
        return snapshots.isEmpty() ? Optional.empty() : Optional.of(snapshots.get(snapshots.size() - 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trace that
                && Arrays.equals(losses, that.losses)
                && epochs.equals(that.epochs)
                && snapshots.equals(that.snapshots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(losses) + 31 * epochs.hashCode() + 961 * snapshots.hashCode();
    }

    /**
     * Measurements after an epoch, in evaluation mode.
     *
     * @param number from 1; 0 before training
     * @param step steps done so far
     * @param learningRate at its last step
     * @param trainLoss on (a sample of) train
     * @param trainScore the goal's metric on the same
     * @param validationLoss null where there is no validation split
     * @param validationScore likewise
     * @param seconds since the run began
     */
    public record Epoch(
            int number,
            long step,
            double learningRate,
            double trainLoss,
            double trainScore,
            @Nullable Double validationLoss,
            @Nullable Double validationScore,
            double seconds) {
        /**
         * Whether this epoch's parameters are to be kept rather than the other's: by validation score, and among equal
         * scores, of which accuracy has many, by validation loss. What is no number is worst.
         */
        public boolean isBetterThan(Epoch other, Metric metric) {
            double mine = error(metric);
            double theirs = other.error(metric);
            if (mine != theirs) {
                return mine < theirs;
            }
            return validationLoss != null && other.validationLoss != null && validationLoss < other.validationLoss;
        }

        private double error(Metric metric) {
            return validationScore == null || validationScore.isNaN()
                    ? Double.POSITIVE_INFINITY
                    : metric.error(validationScore);
        }
    }

    /** Everything looked at in one step. */
    public record Snapshot(long step, List<NodeView> nodes, List<ParameterView> parameters) {
        public Snapshot {
            nodes = List.copyOf(nodes);
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A node's first output in one step.
     *
     * @param value the output, forward
     * @param gradient of the batch's loss with respect to it; null where none flows back
     */
    public record NodeView(
            String node,
            String layer,
            String operator,
            Shape shape,
            DType dtype,
            Statistics value,
            @Nullable Statistics gradient) {}

    /**
     * A parameter in one step.
     *
     * @param value before the update
     * @param gradient null where none flows to it
     * @param updateRatio norm of the update over norm of the value; null where it is not trained, or gets no update in
     *     this step; NaN where the value is 0
     */
    public record ParameterView(
            String parameter,
            String layer,
            boolean trainable,
            Shape shape,
            Statistics value,
            @Nullable Statistics gradient,
            @Nullable Double updateRatio) {}
}
