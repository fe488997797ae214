package dev.plumbline.intervention;

import dev.plumbline.experiment.Labelled;

/**
 * An intervention that was made and run beside the experiment as it was.
 *
 * @param on where the two were compared: "one batch of 32", "full training"
 * @param verdict what the comparison says
 */
public record TestedIntervention(
        Intervention intervention, String on, Measured before, Measured after, Verdict verdict) {
    /** What a comparison says. */
    public enum Verdict implements Labelled {
        /** What was wrong is gone. */
        FIXES("fixes"),
        /** Clearly better, but what was wrong is still there. */
        HELPS("helps"),
        /** Within the noise. */
        NO_CHANGE("no-change"),
        /** Clearly worse. */
        WORSE("worse"),
        /** Not run: the budget was spent. */
        NOT_TRIED("not-tried");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * One side of a comparison, over seeds.
     *
     * @param quantity what was measured: {@code loss}, {@code accuracy}
     * @param mean over the seeds; NaN or infinite where a run was
     * @param low smallest of the seeds
     * @param high largest of the seeds
     * @param seeds how many runs
     * @param losses the first seed's loss at every step
     */
    @SuppressWarnings("ArrayRecordComponent") // a curve is not boxed
    public record Measured(String quantity, double mean, double low, double high, int seeds, float[] losses) {}
}
