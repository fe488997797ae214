package dev.plumbline.live;

import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.Epoch;
import java.util.Arrays;

/**
 * Where a loss came from and where it is; medians over steps, since single batches are noise.
 *
 * @param first the very first batch's, or train's before training where it was measured
 * @param start over the first {@value #FIRST} steps; one step that overshoots is in it already
 * @param now over the last {@value #LAST}
 * @param steps how many steps there were
 */
record LossLevels(double first, double start, double now, int steps) {
    private static final int FIRST = 10;
    private static final int LAST = 50;

    /** NaN where there is no step. */
    static LossLevels of(Trace trace) {
        float[] losses = trace.losses();
        double first = trace.epochs().stream()
                .filter(e -> e.number() == 0)
                .mapToDouble(Epoch::trainLoss)
                .findFirst()
                .orElse(losses.length == 0 ? Double.NaN : losses[0]);
        return new LossLevels(
                first,
                median(losses, 0, Math.min(FIRST, losses.length)),
                median(losses, Math.max(0, losses.length - LAST), losses.length),
                losses.length);
    }

    /** Whether the loss has not fallen by the given part of its size; false where either is no number. */
    boolean stays(double part) {
        return now >= start - part * Math.abs(start);
    }

    /** The same against the lower of the first loss and the first steps' level, for runs whose first step overshot. */
    boolean staysAboveFirst(double part) {
        double from = Math.min(first, start);
        return now >= from - part * Math.abs(from);
    }

    private static double median(float[] losses, int from, int to) {
        if (from == to) {
            return Double.NaN;
        }
        float[] window = Arrays.copyOfRange(losses, from, to);
        Arrays.sort(window);
        return window[window.length / 2];
    }
}
