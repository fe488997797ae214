package dev.plumbline.lab;

import dev.plumbline.lab.Trace.Epoch;

/** Watches a run while it goes on, and may end it. Called from the run's own thread; must not take long. */
public interface Observer {
    /** Sees nothing, stops nothing. */
    Observer SILENT = new Observer() {};

    /** Every so many steps. */
    default void onStep(long step, long totalSteps, double loss) {}

    /** After an epoch's measurements. */
    default void onEpoch(Epoch epoch, int totalEpochs) {}

    /** Asked every so many steps; true ends the run with {@link Outcome.Interrupted}. */
    default boolean stop() {
        return false;
    }
}
