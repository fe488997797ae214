package dev.plumbline.torch;

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
import java.util.stream.Collectors;

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

    /** A shape as a list that an operator takes: {@code [batch_size, 8, 8]}; multiples of the batch are written out. */
    static String sizes(Shape shape) {
        return shape.sizes().stream()
                .map(size -> size == Shape.BATCH
                        ? ForwardText.BATCH
                        : size < 0 ? "torch.mul(" + ForwardText.BATCH + ", " + -size + ")" : String.valueOf(size))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** What is known of an input's values before anything is computed; whole numbers may be batch counts. */
    Optional<Tensor> known(int index) {
        return has(index) ? Optional.ofNullable(forward.constant(node.inputs().get(index))) : Optional.empty();
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
