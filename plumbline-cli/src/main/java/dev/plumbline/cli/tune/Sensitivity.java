package dev.plumbline.cli.tune;

import dev.plumbline.experiment.Labelled;

/** How much a setting usually matters, relative to good defaults (T1): what to tune first. */
public enum Sensitivity implements Labelled {
    HIGH("high"),
    MEDIUM("medium"),
    LOW("low");

    private final String label;

    Sensitivity(String label) {
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
