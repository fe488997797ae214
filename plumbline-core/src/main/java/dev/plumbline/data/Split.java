package dev.plumbline.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Inputs and targets of the same examples.
 *
 * @param inputs one tensor for each of {@link Schema#inputs()}, in that order; axis 0 runs over the examples
 * @param targets classification: class numbers, {@code int64 (N)}; multilabel: {@code float32 (N, labels)} of 0 and 1;
 *     tagging: class numbers of all positions, {@code int64 (N, positions ...)}; regression: {@code float32 (N,
 *     outputs)}
 * @param otherTargets those of the network's other outputs, in the order of {@link Schema#otherTargets()}
 */
public record Split(List<Tensor> inputs, Tensor targets, List<Tensor> otherTargets) {
    /** One target for each example. */
    public Split(List<Tensor> inputs, Tensor targets) {
        this(inputs, targets, List.of());
    }

    public Split {
        inputs = List.copyOf(inputs);
        otherTargets = List.copyOf(otherTargets);
        for (Tensor other : otherTargets) {
            if (other.length() != targets.length()) {
                throw new IllegalArgumentException(
                        "expected as many targets of each output (" + targets.length() + "), found " + other.length());
            }
        }
        for (Tensor input : inputs) {
            if (input.length() != targets.length()) {
                throw new IllegalArgumentException("expected as many inputs as targets (" + targets.length()
                        + "), found " + input.length() + " inputs");
            }
        }
    }

    /** The number of examples. */
    public int size() {
        return targets.length();
    }

    /** The examples of the given indices, in that order. */
    public Split pick(int[] indices) {
        return new Split(
                inputs.stream().map(t -> t.rows(indices)).collect(Collectors.toUnmodifiableList()),
                targets.rows(indices),
                otherTargets.stream().map(t -> t.rows(indices)).toList());
    }

    /** The same targets for other inputs. */
    public Split withInputs(List<? extends Tensor> changed) {
        return new Split(List.copyOf(changed), targets, otherTargets);
    }

    /** The same inputs with other targets of the first output. */
    public Split withTargets(Tensor changed) {
        return new Split(inputs, changed, otherTargets);
    }

    /** The first examples, at most as many as there are. */
    public Split first(int count) {
        return pick(IntStream.range(0, Math.min(count, size())).toArray());
    }
}
