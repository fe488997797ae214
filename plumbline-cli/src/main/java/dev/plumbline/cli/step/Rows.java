package dev.plumbline.cli.step;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.lab.Statistics;
import dev.plumbline.network.Node;

/** A session's lines about one node or parameter each, in columns. */
final class Rows {
    private static final int WIDEST = 40;

    private final Walker walker;
    private final int name;
    private final int operator;

    Rows(Walker walker) {
        this.walker = walker;
        this.name = width(
                walker.names().all().stream().mapToInt(String::length).max().orElse(0));
        this.operator = width(walker.network().nodes().stream()
                .mapToInt(n -> n.operator().length())
                .max()
                .orElse(0));
    }

    private static int width(int longest) {
        return Math.min(WIDEST, longest);
    }

    /** {@code 3/7}, as wide as any. */
    String place(int index) {
        String size = String.valueOf(walker.size());
        String number = String.valueOf(index + 1);
        return " ".repeat(size.length() - number.length()) + number + "/" + size;
    }

    /** A node with what it gave. */
    String value(Node node) {
        return label(node)
                + walker.find(Watched.value(node.output())).map(Rows::numbers).orElse("not computed");
    }

    /** A node with the gradient that flows to its output, or to the first of several that it flows to. */
    String gradient(Node node) {
        String reached = node.outputs().stream()
                .filter(output -> walker.find(Watched.gradient(output)).isPresent())
                .findFirst()
                .orElse(node.output());
        // of a recurrent layer often the last state alone is read
        return label(node) + gradient(reached) + (reached.equals(node.output()) ? "" : " at " + reached);
    }

    /** A parameter or an input with its gradient. */
    String gradientOf(String value) {
        return label(value) + gradient(value);
    }

    private String gradient(String value) {
        return walker.find(Watched.gradient(value)).map(Rows::gradientNumbers).orElse("no gradient");
    }

    /** The columns before the numbers. */
    String label(Node node) {
        return "  " + place(walker.names().place(node.output())) + "  " + padded(node.name(), name) + "  "
                + padded(node.operator(), operator) + "  ";
    }

    /** The same columns for an input. */
    String label(String input) {
        return "  " + " ".repeat(place(0).length()) + "  " + padded(input, name) + "  " + " ".repeat(operator) + "  ";
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    static String numbers(Tensor tensor) {
        return tensor.shape() + "  " + Figures.of(Statistics.of(tensor), tensor.shape());
    }

    private static String gradientNumbers(Tensor tensor) {
        Statistics statistics = Statistics.of(tensor);
        Shape shape = tensor.shape();
        return shape + "  norm " + Figures.of(statistics.norm()) + ", " + Figures.of(statistics, shape);
    }
}
