package dev.plumbline.experiment;

/** What the network's output is for. */
public enum Task implements Labelled {
    /** One of several classes for each example. */
    CLASSIFICATION("classification"),
    /** Any number of labels for each example. */
    MULTILABEL("multilabel"),
    /** One of several classes for each position of an example: the words of a sentence, the pixels of an image. */
    TAGGING("tagging"),
    /** One or several real numbers for each example. */
    REGRESSION("regression");

    private final String label;

    Task(String label) {
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
