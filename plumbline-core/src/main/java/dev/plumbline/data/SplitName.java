package dev.plumbline.data;

/** Which part of the data. {@code shifted-validation} is drawn from where the model will be used. */
public enum SplitName {
    TRAIN("train"),
    VALIDATION("validation"),
    SHIFTED_VALIDATION("shifted-validation"),
    TEST("test");

    private final String label;

    SplitName(String label) {
        this.label = label;
    }

    /** The name as the experiment file spells it. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
