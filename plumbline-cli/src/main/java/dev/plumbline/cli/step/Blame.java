package dev.plumbline.cli.step;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.lab.Statistics;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What made a value NaN or infinite: the first such element of a node's output, and what it was made of. */
final class Blame {
    /** Operators whose output at a place depends on their inputs at that place only. */
    private static final Set<String> ELEMENTWISE = Set.of(
            "Log",
            "Exp",
            "Sqrt",
            "Div",
            "Mul",
            "Add",
            "Sub",
            "Pow",
            "Reciprocal",
            "Mod",
            "Neg",
            "Abs",
            "Acos",
            "Acosh",
            "Asin",
            "Atanh",
            "Tan",
            "Sinh",
            "Cosh",
            "Tanh",
            "Sigmoid",
            "Relu",
            "Softplus",
            "Erf",
            "Min",
            "Max");

    private final Walker walker;

    Blame(Walker walker) {
        this.walker = walker;
    }

    /** Of a node's output. */
    List<String> value(Node node, Tensor output) {
        int at = firstNotFinite(output);
        int[] place = place(at, output.shape());
        List<String> lines = new ArrayList<>();
        lines.add("  step " + walker.batch() + ", node " + node.name() + " (layer " + node.layer() + ", "
                + node.operator()
                + "): " + Figures.notFinite(Statistics.of(output), output.shape()) + ", the first at " + text(place)
                + example(place, output.shape()));
        if (ELEMENTWISE.contains(node.operator())) {
            made(node, place, output.shape()).ifPresent(made -> lines.add("  " + made));
        }
        lines.addAll(new Surroundings(walker).inputs(node));
        return lines;
    }

    /** Of the gradient with respect to a node's output. */
    List<String> gradient(Node node, Tensor gradient) {
        int[] place = place(firstNotFinite(gradient), gradient.shape());
        List<String> lines = new ArrayList<>();
        lines.add("  step " + walker.batch() + ", gradient of " + node.name() + " (layer " + node.layer() + ", "
                + node.operator() + "): " + Figures.notFinite(Statistics.of(gradient), gradient.shape())
                + ", the first at " + text(place) + example(place, gradient.shape()));
        for (Node reader : walker.network().readers(node.output())) {
            Optional<Tensor> value = walker.find(Watched.value(node.output()));
            if (ELEMENTWISE.contains(reader.operator()) && value.isPresent()) {
                lines.add("  the derivative of " + reader.operator() + " at "
                        + Figures.of(value.get().get(offset(place, value.get().shape()))));
            }
            lines.add("  from " + reader.name() + ", whose own gradient has "
                    + walker.find(Watched.gradient(reader.output()))
                            .map(t -> Statistics.of(t).isFinite()
                                    ? "finite values only"
                                    : Figures.notFinite(Statistics.of(t), t.shape()))
                            .orElse("no values"));
        }
        return lines;
    }

    /** {@code Log of -0.0032}, {@code Div of 0 and 0}. */
    private Optional<String> made(Node node, int[] place, Shape shape) {
        List<String> operands = new ArrayList<>();
        for (String input : node.inputs()) {
            Optional<Tensor> value = walker.find(Watched.value(input));
            if (value.isEmpty() || value.get().shape().rank() > shape.rank()) {
                return Optional.empty();
            }
            operands.add(Figures.of(value.get().get(offset(place, value.get().shape()))));
        }
        return Optional.of(node.operator() + " of " + String.join(" and ", operands));
    }

    /** The place of an operand, axes aligned at the end and those of size 1 stretched (broadcasting). */
    private static int offset(int[] place, Shape operand) {
        int offset = 0;
        for (int axis = 0; axis < operand.rank(); axis++) {
            int size = operand.get(axis);
            int at = place[place.length - operand.rank() + axis];
            offset = offset * size + (size == 1 ? 0 : Math.min(at, size - 1));
        }
        return offset;
    }

    private static int firstNotFinite(Tensor tensor) {
        int at = 0;
        while (Double.isFinite(tensor.get(at))) {
            at++;
        }
        return at;
    }

    private static int[] place(int offset, Shape shape) {
        int[] place = new int[shape.rank()];
        int left = offset;
        for (int axis = place.length - 1; axis >= 0; axis--) {
            place[axis] = left % shape.get(axis);
            left /= shape.get(axis);
        }
        return place;
    }

    private static String text(int[] place) {
        return java.util.Arrays.toString(place);
    }

    /** The example in that row, where rows are the batch's examples. */
    private String example(int[] place, Shape shape) {
        long[] rows = walker.rows();
        return shape.rank() > 0 && shape.get(0) == rows.length ? ", example " + rows[place[0]] + " of train" : "";
    }
}
