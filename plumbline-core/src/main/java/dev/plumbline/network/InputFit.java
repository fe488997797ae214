package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Joins a network that was made elsewhere to the data: which array is which input, and the few nodes that bring an
 * example to the form the network expects (channels last, an axis of size 1, another element type).
 */
final class InputFit {
    private static final String LAYER = "data";
    private static final String OUTPUT_LAYER = "data/output";

    private final Network network;
    private final Map<String, ValueType> inputs = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, String> renamed = new TreeMap<>();

    private InputFit(Network network) {
        this.network = network;
    }

    /**
     * The network with the data's inputs.
     *
     * @throws UnusableInputException naming the input, if an example cannot be brought to its form
     */
    static Network fit(Network network, Schema schema) {
        List<String> wanted = List.copyOf(network.inputs().keySet());
        if (wanted.size() != schema.inputs().size()) {
            throw new UnusableInputException(
                    "data.inputs",
                    "an array for each of the network's inputs: " + String.join(", ", wanted),
                    schema.inputs().size() + ": "
                            + String.join(
                                    ", ",
                                    schema.inputs().stream()
                                            .map(InputSchema::name)
                                            .toList()),
                    "List them in `data.inputs`.");
        }
        InputFit fit = new InputFit(network);
        boolean byName = schema.inputs().stream().allMatch(i -> wanted.contains(i.name()));
        for (int i = 0; i < wanted.size(); i++) {
            InputSchema given = schema.inputs().get(i);
            fit.join(given, byName ? given.name() : wanted.get(i));
        }
        return fit.flattened(fit.network(), schema.outputs());
    }

    /** An output of several axes, an image say, against targets that are rows of as many numbers. */
    private Network flattened(Network joined, int outputs) {
        ValueType type = java.util.Objects.requireNonNull(
                new ShapeInference(Operators.standard()).infer(joined).get(joined.output()));
        Shape shape = type.shape();
        if (shape.rank() < 3 || shape.get(0) != Shape.BATCH || shape.elements() != outputs) {
            return joined;
        }
        String target = LAYER + "/output:shape";
        List<Parameter> held = new ArrayList<>(joined.parameters());
        held.add(Parameter.constant(target, LongTensor.of(new long[] {-1, outputs}, 2)));
        List<Node> computed = new ArrayList<>(joined.nodes());
        String name = LAYER + "/output/Reshape";
        computed.add(new Node(
                name, "Reshape", List.of(joined.output(), target), List.of(name), Attributes.none(), OUTPUT_LAYER));
        List<String> given = new ArrayList<>(joined.outputs());
        given.set(0, name);
        List<Layer> layers = new ArrayList<>(joined.layers());
        layers.add(new Layer(OUTPUT_LAYER, "Output"));
        return new Network(joined.inputs(), computed, held, given, layers, joined.penalties(), joined.constraints());
    }

    private void join(InputSchema given, String name) {
        ValueType has = new ValueType(given.dtype(), given.shape().batched());
        ValueType wants = java.util.Objects.requireNonNull(network.inputs().get(name));
        // the data's name for it, unless the network calls something else so
        String input = isFree(given.name(), name) ? given.name() : "data:" + given.name();
        inputs.put(input, has);
        String value = input;
        if (!has.shape().equals(wants.shape())) {
            value = shaped(value, has.shape(), wants.shape(), name);
        }
        if (has.dtype() != wants.dtype()) {
            value = add("Cast", Attributes.none().with("to", onnxType(wants.dtype())), name, value);
        }
        renamed.put(name, value);
    }

    private boolean isFree(String candidate, String name) {
        return candidate.equals(name)
                || (!network.inputs().containsKey(candidate)
                        && network.parameter(candidate).isEmpty()
                        && network.maker(candidate).isEmpty());
    }

    private String shaped(String value, Shape has, Shape wants, String name) {
        Shape example = has.withoutFirst();
        Shape wanted = wants.rank() == 0 ? wants : wants.withoutFirst();
        boolean batched = wants.rank() > 0 && Shape.isBatched(wants.get(0));
        if (!batched || example.elements() != wanted.elements()) {
            throw new UnusableInputException(
                    "data, input " + name,
                    batched ? "examples of shape " + wanted : "a network whose first axis runs over the batch",
                    batched ? "examples of shape " + example : "input " + name + " of shape " + wants,
                    batched
                            ? "Correct the data, or say with `data.sample-shape` how an example is to be seen."
                            : "Export the model with a dynamic batch axis.");
        }
        String current = value;
        if (isChannelsLastOf(example, wanted)) {
            List<Integer> order = new ArrayList<>(List.of(0));
            IntStream.range(2, has.rank()).forEach(order::add);
            order.add(1);
            return add("Transpose", Attributes.none().with("perm", order), name, current);
        }
        if (!withoutOnes(example).equals(withoutOnes(wanted)) && example.rank() > 1 && wanted.rank() > 1) {
            throw new UnusableInputException(
                    "data, input " + name,
                    "examples of shape " + wanted,
                    "examples of shape " + example,
                    "Correct the data, or say with `data.sample-shape` how an example is to be seen.");
        }
        long[] target = new long[wants.rank()];
        target[0] = -1;
        for (int i = 1; i < target.length; i++) {
            target[i] = wants.get(i);
        }
        String shape = LAYER + "/" + name + ":shape";
        parameters.add(Parameter.constant(shape, LongTensor.of(target, target.length)));
        return add("Reshape", Attributes.none(), name, current, shape);
    }

    /** {@code (C, H, W)} against {@code (H, W, C)}, where the two differ. */
    private static boolean isChannelsLastOf(Shape has, Shape wants) {
        if (has.rank() < 3 || has.rank() != wants.rank()) {
            return false;
        }
        List<Integer> moved = new ArrayList<>(has.sizes().subList(1, has.rank()));
        moved.add(has.get(0));
        return moved.equals(wants.sizes());
    }

    private static List<Integer> withoutOnes(Shape shape) {
        return shape.sizes().stream().filter(s -> s != 1).toList();
    }

    private String add(String operator, Attributes attributes, String input, String... reads) {
        String output = LAYER + "/" + input + "/" + operator;
        nodes.add(new Node(output, operator, List.of(reads), List.of(output), attributes, LAYER));
        return output;
    }

    private static long onnxType(DType dtype) {
        return OnnxType.of(dtype);
    }

    private Network network() {
        for (Node node : network.nodes()) {
            nodes.add(node.withInputs(node.inputs().stream()
                    .map(in -> renamed.getOrDefault(in, in))
                    .toList()));
        }
        parameters.addAll(network.parameters());
        List<Layer> layers = new ArrayList<>(network.layers());
        if (nodes.stream().anyMatch(n -> n.layer().equals(LAYER))
                && layers.stream().noneMatch(l -> l.name().equals(LAYER))) {
            layers.add(0, new Layer(LAYER, "Input"));
        }
        return new Network(
                inputs,
                nodes,
                parameters,
                network.outputs().stream().map(o -> renamed.getOrDefault(o, o)).toList(),
                layers,
                network.penalties(),
                network.constraints());
    }
}
