package dev.plumbline.experiment;

/** What is done to float inputs before the network sees them; fitted on the train split only (S4). */
public enum Normalization implements Labelled {
    /** As they come. */
    NONE("none"),
    /** Each feature (or channel) minus its mean, divided by its standard deviation. */
    STANDARDIZE("standardize"),
    /** Each feature (of images: all pixels together) shifted and divided so that train lies in [0, 1]. */
    UNIT_RANGE("unit-range");

    private final String label;

    Normalization(String label) {
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
