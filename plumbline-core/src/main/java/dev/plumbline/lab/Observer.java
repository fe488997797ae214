package dev.plumbline.lab;

import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.lab.Trace.Snapshot;

/** Watches a run while it goes on, and may end it. Called from the run's own thread; must not take long. */
public interface Observer {
    /** Sees nothing, stops nothing. */
    Observer SILENT = new Observer() {};

    /** Every so many steps. */
    default void onStep(long step, long totalSteps, double loss) {}

    /**
     * The losses of some steps, as they end up in the run's trace; each step's once, in order.
     *
     * @param first the first of these steps
     */
    default void onLosses(long first, float[] losses) {}

    /** After a step that was probed, or the one at which the loss was no longer finite; as in the run's trace. */
    default void onSnapshot(Snapshot snapshot) {}

    /** After an epoch's measurements. */
    default void onEpoch(Epoch epoch, int totalEpochs) {}

    /**
     * Before an edited experiment is tried. Several may run at once, and then their steps are not reported.
     *
     * @param number from 1
     * @param total of those to be tried at this time
     */
    default void onTrial(String edit, int number, int total) {}

    /** Asked every so many steps; true ends the run with {@link Outcome.Interrupted}. */
    default boolean stop() {
        return false;
    }

    /** Passes on only the wish to stop: for runs that go on side by side. */
    default Observer quiet() {
        Observer loud = this;
        return new Observer() {
            @Override
            public boolean stop() {
                return loud.stop();
            }
        };
    }
}
