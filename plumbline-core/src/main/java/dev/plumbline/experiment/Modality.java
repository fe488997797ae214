package dev.plumbline.experiment;

/** How an example is to be seen. The lecture starts with another architecture for each (S1). */
public enum Modality implements Labelled {
    /** Rows of features: {@code (features)}. */
    TABULAR("tabular"),
    /** {@code (channels, height, width)}. */
    IMAGE("image"),
    /** Measurements over time, {@code (steps, features)}, or token numbers, {@code (steps)}. */
    SEQUENCE("sequence");

    private final String label;

    Modality(String label) {
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
