package dev.plumbline.torch;

/**
 * How many steps go into one native call: as many as fit in a moment, so that a run can be watched and stopped. Where
 * calls are cut changes nothing but time.
 */
final class Pace {
    private static final double MOMENT_SECONDS = 0.05;
    /** The most steps in one call. */
    static final int MOST = 100;

    private int steps = 1;

    int steps() {
        return steps;
    }

    void took(int done, double seconds) {
        double perStep = seconds / Math.max(1, done);
        int fitting = (int) Math.max(1, Math.min(MOST, MOMENT_SECONDS / Math.max(perStep, 1e-9)));
        // grows step by step, since the first calls are slow for reasons of their own
        steps = Math.min(fitting, 4 * steps);
    }
}
