package dev.plumbline.debug;

import dev.plumbline.experiment.Labelled;

/** Where the loss on one batch goes (D5). */
public enum Trend implements Labelled {
    /** It can be driven to about 0: the network can learn. */
    TO_ZERO("goes to zero"),
    GOES_UP("goes up"),
    EXPLODES("explodes"),
    OSCILLATES("oscillates"),
    PLATEAUS("plateaus"),
    /** Still falling when the budget ended. */
    FALLS_SLOWLY("falls slowly");

    private final String label;

    Trend(String label) {
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
