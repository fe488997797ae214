package dev.plumbline.formats.keras;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a recurrent layer, written out, for layers that no operator computes whole. */
interface RecurrentCell {
    /** What the inputs of all steps, {@code (N, steps, ...)}, contribute, so that it is computed at once. */
    String inputs(String x);

    /** A state before the first step, where none is given; its batch axis may be of size 1. */
    String zero(int index);

    /** How many states it has; the first is its output. */
    int states();

    /**
     * The states after a step.
     *
     * @param x the step's part of {@link #inputs}
     */
    List<String> step(String x, List<String> states);

    /** The mask of a step, {@code (N, 1)}, with as many axes as a state has. */
    String spread(String mask);

    /** Prepares a run: what is drawn once for all steps. */
    default void begin(@Nullable String x) {}
}
