package dev.plumbline.torch;

import dev.plumbline.data.DType;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Node;
import dev.plumbline.network.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What a {@link Translation} may look at, and where it writes. */
final class NodeText {
    private final Node node;
    private final ProgramText text;
    private final ForwardText forward;
    private final Map<String, String> variables;
    private final Map<Integer, String> others = new HashMap<>();

    NodeText(Node node, ProgramText text, ForwardText forward, Map<String, String> variables) {
        this.node = node;
        this.text = text;
        this.forward = forward;
        this.variables = variables;
    }

    boolean has(int index) {
        return index < node.inputs().size() && !node.inputs().get(index).isEmpty();
    }

    /** The variable of an input; {@code None} where it is left out. */
    String in(int index) {
        return has(index) ? Objects.requireNonNull(variables.get(node.inputs().get(index))) : "None";
    }

    List<String> inputs() {
        return node.inputs().stream()
                .map(name -> Objects.requireNonNull(variables.get(name)))
                .toList();
    }

    /** A function of libtorch of all inputs. */
    String call(String function) {
        return "torch." + function + "(" + String.join(", ", inputs()) + ")";
    }

    ValueType type(int index) {
        return forward.type(node.inputs().get(index));
    }

    Shape shape(int index) {
        return type(index).shape();
    }

    Shape outputShape() {
        return forward.type(node.output()).shape();
    }

    Attributes attributes() {
        return node.attributes();
    }

    double number(String attribute, double byDefault) {
        return node.attributes().number(attribute, byDefault);
    }

    int integer(String attribute, int byDefault) {
        return node.attributes().integer(attribute, byDefault);
    }

    /** A real attribute as a literal. */
    String literal(String attribute, double byDefault) {
        return ProgramText.literal(number(attribute, byDefault));
    }

    ValueType outputType() {
        return forward.type(node.output());
    }

    /** The type of an output after the first. */
    ValueType outputType(int output) {
        return forward.type(node.outputs().get(output));
    }

    /** How many inputs the node has, those at the end that are left out not counted. */
    int inputCount() {
        return node.inputs().size();
    }

    /** Whether somebody wants an output. */
    boolean wants(int output) {
        return output < node.outputs().size() && !node.outputs().get(output).isEmpty();
    }

    /** Whether a node reads an output, or the network gives it. */
    boolean isRead(int output) {
        return wants(output) && forward.isRead(node.outputs().get(output));
    }

    /** Whether an input is something that the network holds from step to step. */
    boolean isHeld(int index) {
        return has(index)
                && forward.network().parameter(node.inputs().get(index)).isPresent();
    }

    /** Writes lines that run so many times, given the variable of the index. */
    void each(String count, Consumer<String> body) {
        String index = text.fresh();
        text.block("for " + index + " in range(" + count + "):", () -> body.accept(index));
    }

    /** Gives a variable another value. */
    void set(String variable, String expression) {
        text.line(variable + " = " + expression);
    }

    /** A shape as a list that an operator takes: {@code [batch_size, 8, 8]}; multiples of the batch are written out. */
    static String sizes(Shape shape) {
        return Literals.list(shape.sizes().stream().map(NodeText::size).toList());
    }

    /** A size as an expression; it must be known. */
    static String size(int size) {
        if (size == Shape.UNKNOWN) {
            throw new IllegalArgumentException("a size that the values decide cannot be written out");
        }
        return size == Shape.BATCH
                ? ForwardText.BATCH
                : size < 0 ? "torch.mul(" + ForwardText.BATCH + ", " + -size + ")" : String.valueOf(size);
    }

    /** The size of an input's axis, found out when it runs where it must be. */
    String size(int index, int axis) {
        int size = shape(index).get(axis);
        return size == Shape.UNKNOWN ? "torch.size(" + in(index) + ", " + axis + ")" : size(size);
    }

    /** All sizes of an input as a list. */
    String sizes(int index) {
        return Literals.list(IntStream.range(0, shape(index).rank())
                .mapToObj(axis -> size(index, axis))
                .toList());
    }

    /** The whole numbers of an input with one axis as expressions, known or found out when it runs. */
    List<String> wholes(int index) {
        if (known(index).orElse(null) instanceof LongTensor values) {
            return LongStream.of(values.values()).mapToObj(Literals::whole).toList();
        }
        String held = in(index);
        return IntStream.range(0, shape(index).get(0))
                .mapToObj(i -> "int(torch.select(" + held + ", 0, " + i + "))")
                .toList();
    }

    /** Whether an input is held by the network as a real-valued parameter rather than computed. */
    boolean isParameter(int index) {
        return type(index).dtype().isFloat()
                && forward.network().parameter(node.inputs().get(index)).isPresent();
    }

    /** The one whole number of an input, known or found out when it runs. */
    String whole(int index) {
        return known(index).orElse(null) instanceof LongTensor values
                ? Literals.whole(values.values()[0])
                : "int(" + in(index) + ")";
    }

    /** The axis that an attribute names, counted from the front. */
    int axis(String attribute, int byDefault, int rank) {
        int axis = integer(attribute, byDefault);
        return axis < 0 ? axis + rank : axis;
    }

    /** An expression brought into the range of the output's element type. */
    String fit(String expression) {
        return ScalarTypes.fit(expression, outputType().dtype());
    }

    /** An input as a value of another element type. */
    String as(int index, DType dtype) {
        return ScalarTypes.cast(in(index), type(index).dtype(), dtype);
    }

    /** An expression of another element type as one of the output's. */
    String back(String expression, DType from) {
        return ScalarTypes.cast(expression, from, outputType().dtype());
    }

    /** What is known of an input's values before anything is computed; whole numbers may be batch counts. */
    Optional<Tensor> known(int index) {
        return has(index) ? Optional.ofNullable(forward.constant(node.inputs().get(index))) : Optional.empty();
    }

    /** What is known of the output; it must be. */
    Tensor outputValue() {
        return Objects.requireNonNull(forward.constant(node.output()), node.output());
    }

    /** Whole numbers of an input that is a constant of the network. */
    long[] constant(int index) {
        Tensor values = forward.constant(node.inputs().get(index));
        if (values instanceof LongTensor tensor) {
            return tensor.values();
        }
        throw new IllegalArgumentException("node " + node.name() + ": expected constant int64 values as input " + index
                + ", found " + node.inputs().get(index) + ", which is known only when it runs");
    }

    /** Whether an LSTM weight is held in libtorch's order of gates already. */
    boolean inTorchOrder(int index) {
        return forward.layouts().isGated(node.inputs().get(index));
    }

    boolean training() {
        return forward.training();
    }

    /** The random numbers of the step. */
    String generator() {
        return ForwardText.GENERATOR;
    }

    String let(String expression) {
        return text.let(expression);
    }

    /** Gives an output after the first. */
    void gives(int output, String expression) {
        others.put(output, text.let(expression));
    }

    Map<Integer, String> others() {
        return others;
    }
}
