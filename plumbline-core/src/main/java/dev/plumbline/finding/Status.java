package dev.plumbline.finding;

import dev.plumbline.experiment.Labelled;

/** How sure a finding is. */
public enum Status implements Labelled {
    /** A symptom points to it; it has not been tested, or no edit can test it. */
    SUSPECTED("suspected"),
    /** Shown: by an intervention that removes it, or because it is a fact of the data or the graph. */
    CONFIRMED("confirmed"),
    /** Its intervention changed nothing. */
    RULED_OUT("ruled-out");

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
