package dev.plumbline.intervention;

import dev.plumbline.experiment.Experiment;
import java.util.Set;

/**
 * A named edit of an experiment: a pure function that knows which causes it would remove.
 *
 * @param name as {@code plumbline apply} takes it: {@code learning-rate=0.001}
 * @param title what it does, as a short sentence in the imperative
 * @param removes ids of the rules whose cause it would remove
 * @param expectation what it is expected to do
 * @param edit the edit itself
 */
public record Intervention(String name, String title, Set<String> removes, String expectation, Edit edit) {
    /** Experiment to experiment. */
    @FunctionalInterface
    public interface Edit {
        Experiment apply(Experiment experiment);
    }

    public Intervention {
        removes = Set.copyOf(removes);
    }

    /** The edited experiment; equal to the given one where there is nothing to edit. */
    public Experiment apply(Experiment experiment) {
        return edit.apply(experiment);
    }

    /** Equal names are equal edits. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Intervention that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
