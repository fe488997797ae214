package dev.plumbline.torch;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Penalty;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Transposes move behind what works on each element, along an axis or over axes, until they meet the one that undoes
 * them. A network that was written channels-last ({@code Transpose -> Conv -> Transpose} around every layer) so runs
 * channels-first from its first convolution to where it is flattened. Numbers stay what they were, but for the order in
 * which a mean adds them up.
 */
final class TransposesLast {
    private final Network network;
    private final Map<String, ValueType> types;
    private final Map<String, Tensor> known;
    private final Map<String, Moved> moved = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final List<Node> nodes = new ArrayList<>();

    /** A value that is another one transposed. */
    record Moved(String source, Permutation permutation) {}

    private TransposesLast(Network network) {
        this.network = network;
        ShapeInference.Known all = new ShapeInference(Operators.standard()).know(network);
        this.types = all.types();
        this.known = all.values();
    }

    static Network of(Network network) {
        boolean any = network.nodes().stream().anyMatch(n -> n.operator().equals("Transpose"));
        return any ? new TransposesLast(network).network() : network;
    }

    private Network network() {
        TransposeRules rules = new TransposeRules(this);
        for (Node node : network.nodes()) {
            if (node.operator().equals("Transpose")) {
                transpose(node);
            } else if (node.inputs().stream().noneMatch(moved::containsKey) || !rules.move(node)) {
                keep(node);
            }
        }
        Stream.concat(network.outputs().stream(), network.penalties().stream().map(Penalty::value))
                .forEach(this::underItsName);
        return network.withNodes(nodes);
    }

    private void transpose(Node node) {
        String x = node.inputs().get(0);
        int rank = shape(x).rank();
        List<Integer> reversed = new ArrayList<>();
        for (int axis = rank - 1; axis >= 0; axis--) {
            reversed.add(axis);
        }
        Permutation order = new Permutation(node.attributes().integers("perm").orElse(reversed));
        Moved before = moved.getOrDefault(x, new Moved(x, new Permutation(List.of())));
        Permutation all =
                before.permutation().rank() == 0 ? order : before.permutation().then(order);
        moved.put(node.output(), new Moved(before.source(), all));
    }

    private void keep(Node node) {
        nodes.add(node.withInputs(node.inputs().stream().map(this::real).toList()));
    }

    /** The value as a node that knows nothing of the moves must read it. */
    private String real(String value) {
        Moved held = moved.get(value);
        if (held == null) {
            return value;
        }
        if (held.permutation().isIdentity()) {
            return held.source();
        }
        underItsName(value);
        return value;
    }

    /** Makes a value that was left out so far. */
    private void underItsName(String value) {
        Moved held = moved.get(value);
        if (held != null && made.add(value)) {
            Node maker = network.maker(value).orElseThrow();
            nodes.add(transposed(held, value, maker));
        }
    }

    private static Node transposed(Moved held, String output, Node forNode) {
        Attributes attributes =
                Attributes.none().with("perm", held.permutation().order());
        boolean same = held.permutation().isIdentity();
        return new Node(
                forNode.name(),
                same ? "Identity" : "Transpose",
                List.of(held.source()),
                List.of(output),
                same ? Attributes.none() : attributes,
                forNode.layer());
    }

    Shape shape(String value) {
        return Objects.requireNonNull(types.get(value), value).shape();
    }

    Map<String, Tensor> known() {
        return known;
    }

    Map<String, Moved> moved() {
        return moved;
    }

    boolean isParameter(String value) {
        return network.parameter(value).isPresent();
    }

    /** A value of the network with its axes in the order of the source's, for a node. */
    String inSourceOrder(String value, Permutation permutation, Node forNode) {
        String name = value + "/" + permutation.order();
        if (made.add(name)) {
            nodes.add(transposed(new Moved(value, permutation.inverse()), name, forNode));
        }
        return name;
    }

    /** A value with other sizes, for a node. */
    String reshaped(String value, List<Integer> sizes, Node forNode) {
        String name = value + "/" + sizes;
        if (made.add(name)) {
            String target =
                    constant(name + "/sizes", sizes.stream().mapToLong(s -> s).toArray(), forNode);
            nodes.add(new Node(
                    forNode.name(),
                    "Reshape",
                    List.of(value, target),
                    List.of(name),
                    Attributes.none(),
                    forNode.layer()));
        }
        return name;
    }

    /** Whole numbers, for a node. */
    String constant(String name, long[] values, Node forNode) {
        Tensor tensor = dev.plumbline.data.LongTensor.of(values, values.length);
        nodes.add(new Node(
                forNode.name(),
                "Constant",
                List.of(),
                List.of(name),
                Attributes.none().withAny("value", tensor),
                forNode.layer()));
        return name;
    }

    /** A node on the sources, whose outputs, transposed, are what the original's were. */
    void add(Node node, List<String> inputs, Attributes attributes, Permutation permutation) {
        List<String> outputs = new ArrayList<>();
        for (String output : node.outputs()) {
            String source = output.isEmpty() ? "" : output + "/moved";
            outputs.add(source);
            if (!output.isEmpty()) {
                moved.put(output, new Moved(source, permutation));
            }
        }
        nodes.add(new Node(node.name(), node.operator(), inputs, outputs, attributes, node.layer()));
    }
}
