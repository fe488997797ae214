package dev.plumbline.guide;

import dev.plumbline.experiment.Labelled;
import dev.plumbline.finding.Stage;
import java.time.Duration;

/**
 * A stage on the path through the tree.
 *
 * @param why why the guide went there
 * @param summary what came of it, in one sentence
 */
public record Visit(Stage stage, Status status, String why, String summary, Duration time) {
    /** What came of a stage. */
    public enum Status implements Labelled {
        PASSED("passed"),
        PROBLEM("problem"),
        /** Not needed, or not possible with what is known. */
        SKIPPED("skipped"),
        /** The budget or the person ended it. */
        UNFINISHED("unfinished");

        private final String label;

        Status(String label) {
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
}
