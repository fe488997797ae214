package dev.plumbline.finding;

import dev.plumbline.experiment.Labelled;

/** The stages of the decision tree, in the order in which they are walked. Each is a command of its own. */
public enum Stage implements Labelled {
    /** Read the data, choose a simple network and sensible defaults. */
    START("start", "Start simple"),
    /** Get the model to run: shapes, dtypes, memory, one step. */
    CHECK("check", "Get it to run"),
    /** Drive the error on one batch to about 0. */
    OVERFIT("overfit", "Overfit one batch"),
    /** Compare to baselines. */
    COMPARE("compare", "Compare"),
    /** Take the error apart. */
    EVALUATE("evaluate", "Evaluate"),
    /** Remedies for the largest part. */
    IMPROVE("improve", "Improve model and data"),
    /** Search hyperparameters. */
    TUNE("tune", "Tune");

    private final String label;
    private final String title;

    Stage(String label, String title) {
        this.label = label;
        this.title = title;
    }

    @Override
    public String label() {
        return label;
    }

    /** As a heading. */
    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return label;
    }
}
