package dev.plumbline.formats.onnx;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.Parameter.Role;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The network as it grows while a model is read: types and known values of everything so far, and names that are still
 * free.
 */
final class Assembly {
    /** Beyond this an unrolled loop or a nest of functions is a mistake. */
    private static final int MOST_NODES = 200_000;

    /**
     * Real numbers up to here may be part of the arithmetic; more of them are weights, and never computed with here.
     */
    private static final int MOST_KNOWN = 1024;

    private final NetworkBuilder builder;
    private final Operators operators;
    private final Map<String, ValueType> inputs = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Node> makers = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> nodeNames = new HashSet<>();

    Assembly(Operators operators) {
        this.operators = operators;
        this.builder = new NetworkBuilder(operators);
    }

    void input(String name, ValueType type) {
        taken.add(name);
        inputs.put(name, type);
        builder.input(name, type);
    }

    /** Adds what the file holds. @return its name */
    String tensor(String wanted, TensorReader.Typed tensor) {
        String name = free(wanted);
        ValueType type = new ValueType(tensor.dtype(), tensor.values().shape());
        boolean known = !tensor.dtype().isFloat() || tensor.values().elements() <= MOST_KNOWN;
        Parameter parameter =
                new Parameter(name, type, known ? Role.CONSTANT : Role.WEIGHT, null, tensor.values(), 1, 1, false);
        parameters.put(name, parameter);
        return builder.parameter(parameter);
    }

    /** Adds constant whole numbers. @return their name */
    String constant(String wanted, long... values) {
        return tensor(wanted, new TensorReader.Typed(DType.INT64, new LongTensor(values, Shape.of(values.length))));
    }

    /** Adds one constant whole number or truth, without axes. @return its name */
    String scalar(String wanted, DType dtype, long value) {
        return tensor(wanted, new TensorReader.Typed(dtype, new LongTensor(new long[] {value}, Shape.of())));
    }

    /** What is known of a value's type. */
    ValueType type(String value) {
        return builder.type(value);
    }

    /** The number of axes of a value. */
    int rank(String value) {
        return builder.type(value).shape().rank();
    }

    /** A value's numbers, where they are known before anything runs. */
    Optional<Tensor> known(String value) {
        return builder.known(value);
    }

    /** The node that makes a value; empty for inputs and what the file holds. */
    Optional<Node> maker(String value) {
        return Optional.ofNullable(makers.get(value));
    }

    /** Whole numbers that are known before anything runs. */
    Optional<long[]> wholes(String value) {
        return known(value).filter(LongTensor.class::isInstance).map(t -> ((LongTensor) t).values());
    }

    /** The one whole number that a value is known to be. */
    java.util.OptionalLong whole(String value) {
        return wholes(value)
                .filter(v -> v.length == 1)
                .map(v -> java.util.OptionalLong.of(v[0]))
                .orElseGet(java.util.OptionalLong::empty);
    }

    /** The size of an axis where it is a number. */
    OptionalInt fixed(String value, int axis) {
        int size = type(value).shape().get(axis);
        return size < 0 ? OptionalInt.empty() : OptionalInt.of(size);
    }

    boolean knows(String operator) {
        return operators.names().contains(operator);
    }

    Set<String> operatorNames() {
        return operators.names();
    }

    /** A name like the wanted one that no value has. */
    String free(String wanted) {
        return free(wanted.isEmpty() ? "value" : wanted, taken);
    }

    private String free(String stem, Set<String> names) {
        if (names.add(stem)) {
            return stem;
        }
        // counting on from the last keeps the names of a long loop's turns from costing their square
        int number = numbers.getOrDefault(stem, 0);
        String name;
        do {
            number++;
            name = stem + "_" + number;
        } while (!names.add(name));
        numbers.put(stem, number);
        return name;
    }

    /**
     * Adds a node that reads values of the network; its outputs' names must be free.
     *
     * @throws UnusableInputException naming the node, if its inputs do not fit
     */
    void add(Node node) {
        if (nodes.size() >= MOST_NODES) {
            throw new UnusableInputException(
                    "node " + node.name(),
                    "at most " + MOST_NODES + " nodes",
                    "more, once loops and functions are written out",
                    "Export the model for shorter sequences.");
        }
        Node named = new Node(
                free(node.name(), nodeNames),
                node.operator(),
                node.inputs(),
                node.outputs(),
                node.attributes(),
                node.layer());
        try {
            builder.add(named);
        } catch (UnusableInputException e) {
            throw e;
        } catch (RuntimeException e) {
            // what a shape rule did not foresee is a fault of the file nevertheless
            throw UnusableInputException.because(
                    "node " + node.name() + ": expected inputs that fit " + node.operator() + ", found "
                            + node.inputs().stream()
                                    .map(i -> i.isEmpty() ? "-" : type(i).toString())
                                    .toList()
                            + " (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "). Export the model again.",
                    e);
        }
        nodes.add(named);
        named.outputs().forEach(o -> makers.put(o, named));
        taken.addAll(node.outputs());
    }

    /** Adds a node that helps to say another one in today's form. @return its output */
    String help(Node helped, String operator, Attributes attributes, String... reads) {
        String output = free(helped.name() + "/" + operator);
        add(new Node(output, operator, Arrays.asList(reads), List.of(output), attributes, helped.layer()));
        return output;
    }

    Map<String, ValueType> inputs() {
        return inputs;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Parameter> parameters() {
        return List.copyOf(parameters.values());
    }
}
