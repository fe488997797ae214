package dev.plumbline.network;

import dev.plumbline.data.DType;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Parameter.Role;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes a {@link Network} node by node. Shapes are inferred as it grows, so a layer can ask what flows into it, and a
 * node that does not fit is reported where it is added.
 *
 * <pre>{@code
 * NetworkBuilder builder = new NetworkBuilder(Operators.standard());
 * String x = builder.input("x", ValueType.floats(Shape.of(784).batched()));
 * builder.layer("output", "Dense", true);
 * String weight = builder.weight("weight", Shape.of(10, 784), Initializer.GLOROT, 784, 10);
 * String bias = builder.bias("bias", 10, Initializer.ZEROS);
 * Network network = builder.build(builder.node("Gemm", Attributes.none().with("transB", 1), x, weight, bias));
 * }</pre>
 */
public final class NetworkBuilder {
    private final ShapeInference inference;
    private final Map<String, ValueType> inputs = new LinkedHashMap<>();
    private final Map<String, ValueType> types = new LinkedHashMap<>();
    private final Map<String, Tensor> constants = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();
    private boolean trainable = true;

    public NetworkBuilder(Operators operators) {
        this.inference = new ShapeInference(operators);
    }

    /** Adds an input. @return its name */
    public String input(String name, ValueType type) {
        inputs.put(name, type);
        types.put(name, type);
        return name;
    }

    /** Starts a layer: nodes and parameters added from here on are its own. */
    public void layer(String name, String type, boolean isTrainable) {
        if (layers.stream().anyMatch(l -> l.name().equals(name))) {
            throw new IllegalArgumentException("the layer name " + name + " is used twice");
        }
        layers.add(new Layer(name, type));
        trainable = isTrainable;
    }

    /** A layer name that is still free: {@code dense_1}, {@code dense_2}. */
    public String freeName(String stem) {
        for (int i = 1; ; i++) {
            String name = stem + "_" + i;
            if (layers.stream().noneMatch(l -> l.name().equals(name))) {
                return name;
            }
        }
    }

    /** What is known of a value. */
    public ValueType type(String value) {
        return Objects.requireNonNull(types.get(value), value);
    }

    /** The sizes of a value. */
    public Shape shape(String value) {
        return type(value).shape();
    }

    /** Adds a weight to the layer. @return its name */
    public String weight(String name, Shape shape, Initializer initializer, int fanIn, int fanOut) {
        return add(Parameter.drawn(scoped(name), shape, Role.WEIGHT, initializer, fanIn, fanOut, trainable));
    }

    /** Adds a bias to the layer. @return its name */
    public String bias(String name, int size, Initializer initializer) {
        return bias(name, Shape.of(size), initializer);
    }

    /** Adds a bias of any shape to the layer. @return its name */
    public String bias(String name, Shape shape, Initializer initializer) {
        return add(Parameter.drawn(scoped(name), shape, Role.BIAS, initializer, 1, 1, trainable));
    }

    /** Adds a running statistic to the layer. @return its name */
    public String statistic(String name, int size, Initializer initializer) {
        return add(Parameter.drawn(scoped(name), Shape.of(size), Role.STATISTIC, initializer, 1, 1, false));
    }

    /** Adds constant whole numbers to the layer. @return their name */
    public String constant(String name, long... values) {
        Tensor tensor = new LongTensor(values, Shape.of(values.length));
        constants.put(scoped(name), tensor);
        return add(Parameter.constant(scoped(name), tensor));
    }

    /** Adds a constant of any element type to the layer. @return its name */
    public String constant(String name, Tensor values, DType dtype) {
        constants.put(scoped(name), values);
        return add(new Parameter(
                scoped(name), new ValueType(dtype, values.shape()), Role.CONSTANT, null, values, 1, 1, false));
    }

    /** Adds a parameter as it is; its name is the network's, not the layer's. @return its name */
    public String parameter(Parameter parameter) {
        if (parameter.role() == Role.CONSTANT && parameter.values() != null) {
            constants.put(parameter.name(), parameter.values());
        }
        return add(parameter);
    }

    /** What is known of a value before it is computed; it may hold batch counts. */
    public Optional<Tensor> known(String value) {
        return Optional.ofNullable(constants.get(value));
    }

    private String add(Parameter parameter) {
        parameters.add(parameter);
        types.put(parameter.name(), parameter.type());
        return parameter.name();
    }

    private String scoped(String name) {
        return current() + "/" + name;
    }

    private String current() {
        if (layers.isEmpty()) {
            throw new IllegalStateException("start a layer before adding to it");
        }
        return layers.get(layers.size() - 1).name();
    }

    /** Adds a node to the layer. @return the name of its first output */
    public String node(String operator, Attributes attributes, String... inputNames) {
        return node(operator, attributes, 1, inputNames).output();
    }

    /**
     * Adds a node of several outputs to the layer; the second is named like the first with {@code :1}.
     *
     * @throws dev.plumbline.UnusableInputException naming the layer, if the inputs do not fit
     */
    public Node node(String operator, Attributes attributes, int outputCount, String... inputNames) {
        String stem = scoped(operator);
        String name = stem;
        for (int i = 2; types.containsKey(name); i++) {
            name = stem + "_" + i;
        }
        List<String> outputs = new ArrayList<>(List.of(name));
        for (int i = 1; i < outputCount; i++) {
            outputs.add(name + ":" + i);
        }
        Node node = new Node(name, operator, Arrays.asList(inputNames), outputs, attributes, current());
        return add(node);
    }

    /**
     * Adds a node as it is, names and layer its own.
     *
     * @throws dev.plumbline.UnusableInputException naming the layer, if the inputs do not fit
     */
    public Node add(Node node) {
        inference.advance(node, types, constants);
        nodes.add(node);
        return node;
    }

    /** The network that gives these values. */
    public Network build(String... outputs) {
        return new Network(inputs, nodes, parameters, Arrays.asList(outputs), layers);
    }
}
