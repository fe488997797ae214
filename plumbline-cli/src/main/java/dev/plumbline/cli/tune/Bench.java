package dev.plumbline.cli.tune;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Lab;
import java.util.function.BooleanSupplier;

/**
 * What tuning works with.
 *
 * @param experiment the one to be tuned
 * @param proposed its knobs
 * @param lab where trials are run
 * @param deadline when all must be done
 * @param jobs how many trials run side by side
 * @param interrupted whether the person wants it to end
 * @param watcher told of each trial that ends
 */
public record Bench(
        Experiment experiment,
        Proposed proposed,
        Lab lab,
        Deadline deadline,
        int jobs,
        BooleanSupplier interrupted,
        Watcher watcher) {
    /** Sees trials end, from whatever thread runs them. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * How far it is.
         *
         * @param what is going on
         * @param done of total
         */
        void progress(String what, int done, int total);
    }

    boolean isOver() {
        return interrupted.getAsBoolean() || deadline.passed();
    }
}
