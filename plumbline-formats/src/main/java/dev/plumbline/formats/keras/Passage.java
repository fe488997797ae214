package dev.plumbline.formats.keras;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a recurrent layer is to go over a sequence.
 *
 * @param x the sequence, {@code (N, steps, ...)}
 * @param mask {@code (N, steps)}, true where a step counts; null where all do
 * @param initial the states before the first step; empty for zeros
 * @param backwards whether it begins at the end
 * @param flipped whether the outputs are wanted in the opposite order of how they were made, as the backward half of a
 *     bidirectional layer gives them
 * @param zeroElsewhere whether a step that does not count gives zeros rather than the output before it
 * @param sequence whether every step's output is wanted
 * @param states whether the states after the last step are wanted
 */
record Passage(
        String x,
        @Nullable String mask,
        List<String> initial,
        boolean backwards,
        boolean flipped,
        boolean zeroElsewhere,
        boolean sequence,
        boolean states) {
    Passage {
        initial = List.copyOf(initial);
    }

    /** A state before the first step; null for zeros. */
    @Nullable
    String initial(int index) {
        return initial.isEmpty() ? null : initial.get(index);
    }

    /** The same over another sequence. */
    Passage over(String changed, @Nullable String itsMask) {
        return new Passage(changed, itsMask, initial, backwards, flipped, zeroElsewhere, sequence, states);
    }

    /** The same from the front, outputs as they come. */
    Passage forwards() {
        return new Passage(x, mask, initial, false, false, zeroElsewhere, sequence, states);
    }

    /** The same with the states after the last step. */
    Passage withStates() {
        return new Passage(x, mask, initial, backwards, flipped, zeroElsewhere, sequence, true);
    }

    /** The same with other states and outputs. */
    Passage with(List<String> changed, boolean wantsSequence) {
        return new Passage(x, mask, changed, backwards, flipped, zeroElsewhere, wantsSequence, states);
    }
}
