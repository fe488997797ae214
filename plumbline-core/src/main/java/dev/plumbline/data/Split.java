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
 */
public record Split(List<Tensor> inputs, Tensor targets) {
    public Split {
        inputs = List.copyOf(inputs);
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
                targets.rows(indices));
    }

    /** The first examples, at most as many as there are. */
    public Split first(int count) {
        return pick(IntStream.range(0, Math.min(count, size())).toArray());
    }
}
