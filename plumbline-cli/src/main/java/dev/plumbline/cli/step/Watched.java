package dev.plumbline.cli.step;

/**
 * Something that a session can show: a value, or the gradient of the loss with respect to it.
 *
 * @param name of a node's output, a parameter or an input; or {@code targets}, {@code loss}
 * @param label what a person calls it: of a node's output the node's name
 * @param gradient whether its gradient is meant
 */
record Watched(String name, String label, boolean gradient) {
    static Watched value(String name) {
        return new Watched(name, name, false);
    }

    static Watched gradient(String name) {
        return new Watched(name, name, true);
    }

    @Override
    public String toString() {
        return gradient ? "grad " + label : label;
    }
}
