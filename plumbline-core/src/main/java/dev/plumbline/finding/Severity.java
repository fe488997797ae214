package dev.plumbline.finding;

import dev.plumbline.experiment.Labelled;

/** How bad a finding is. */
public enum Severity implements Labelled {
    /** Worth knowing. */
    INFO("info"),
    /** A heuristic says that something may be wrong. */
    WARNING("warning"),
    /** It can be shown that this hurts. */
    ERROR("error");

    private final String label;

    Severity(String label) {
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
