package dev.plumbline.experiment;

/** How far a {@link Schedule} has come. */
final class Spans {
    private Spans() {}

    /** Spans of so many steps that have passed, whole ones only on a staircase. */
    static double of(long step, long span, boolean staircase) {
        double spans = (double) step / span;
        return staircase ? Math.floor(spans) : spans;
    }

    /** From 1 to 0 as the part goes from 0 to 1. */
    static double halfCosine(double part) {
        return 0.5 * (1 + Math.cos(Math.PI * part));
    }
}
