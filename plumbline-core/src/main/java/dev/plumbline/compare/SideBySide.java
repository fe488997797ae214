package dev.plumbline.compare;

import dev.plumbline.compare.NetworkDifference.Place;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two networks walked side by side, node by node (D6). Nodes are matched by the values that they make, not by their
 * names, so that a network from another program, with other operators for the same thing, still compares. A node whose
 * value the other lacks is where they part only if none of what follows from it is met again; a detour that comes to
 * the same is none.
 */
final class SideBySide {
    private final Network mine;
    private final Network other;
    private final Map<String, Tensor> myValues;
    private final Map<String, Tensor> otherValues;
    private final List<Tensor> inputs;
    private final Map<String, String> twins = new HashMap<>();

    /**
     * @param myValues every node's output by name; the others' likewise
     * @param inputs what both were given
     */
    SideBySide(
            Network mine,
            Map<String, Tensor> myValues,
            Network other,
            Map<String, Tensor> otherValues,
            List<Tensor> inputs) {
        this.inputs = inputs;
        this.mine = mine;
        this.other = other;
        this.myValues = myValues;
        this.otherValues = otherValues;
    }

    /** @param unmatched this network's parameters that nothing in the other fits */
    NetworkDifference compare(List<String> unmatched) {
        match();
        List<String> settings = new ArrayList<>(new TreeSet<>(settings()));
        int agrees = twins.size();
        int floats =
                (int) mine.nodes().stream().filter(n -> isFloat(myValues, n)).count();
        Tensor said = myValues.get(mine.output());
        Tensor wanted = otherValues.get(other.output());
        if (said == null || wanted == null || SameValues.of(said, wanted)) {
            return new NetworkDifference(agrees, floats, null, null, null, false, unmatched, settings);
        }
        Set<String> met = alike(mine, myValues);
        met.addAll(twins.keySet());
        Set<String> metThere = alike(other, otherValues);
        metThere.addAll(twins.values());
        Node here = parted(mine, myValues, met);
        Node there = parted(other, otherValues, metThere);
        boolean reordered = here != null
                && there != null
                && SameValues.inAnotherOrder(
                        Objects.requireNonNull(myValues.get(here.output())),
                        Objects.requireNonNull(otherValues.get(there.output())));
        return new NetworkDifference(
                agrees,
                floats,
                here != null ? before(here, mine, myValues) : last(),
                here == null ? null : place(here, myValues),
                there == null ? null : place(there, otherValues),
                reordered,
                unmatched,
                settings);
    }

    /** In order of computation, each with the first of the other's that is not taken, or with one that is. */
    private void match() {
        Set<String> taken = new HashSet<>();
        for (Node node : mine.nodes()) {
            Tensor value = myValues.get(node.output());
            if (!(value instanceof FloatTensor)) {
                continue;
            }
            String twin = null;
            for (Node candidate : other.nodes()) {
                Tensor theirs = otherValues.get(candidate.output());
                boolean better = twin == null || taken.contains(twin) && !taken.contains(candidate.output());
                if (better && theirs instanceof FloatTensor && SameValues.of(value, theirs)) {
                    twin = candidate.output();
                }
            }
            if (twin != null) {
                taken.add(twin);
                twins.put(node.output(), twin);
            }
        }
    }

    /** Nodes that only bring an input into another form. */
    private Set<String> alike(Network network, Map<String, Tensor> values) {
        Set<String> alike = new HashSet<>();
        for (Node node : network.nodes()) {
            Tensor value = values.get(node.output());
            if (value instanceof FloatTensor && inputs.stream().anyMatch(input -> SameValues.of(value, input))) {
                alike.add(node.output());
            }
        }
        return alike;
    }

    /** The first node without a twin from which no node with a twin follows. */
    private static @Nullable Node parted(Network network, Map<String, Tensor> values, Set<String> matched) {
        Set<String> met = new HashSet<>(matched);
        List<Node> nodes = network.nodes();
        Node first = null;
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            boolean leads = met.contains(node.output());
            if (leads) {
                met.addAll(node.inputs());
            } else if (isFloat(values, node)) {
                first = node;
            }
        }
        return first;
    }

    private static boolean isFloat(Map<String, Tensor> values, Node node) {
        return values.get(node.output()) instanceof FloatTensor;
    }

    private static @Nullable Place before(Node node, Network network, Map<String, Tensor> values) {
        return node.inputs().stream()
                .map(network::maker)
                .flatMap(Optional::stream)
                .filter(n -> isFloat(values, n))
                .findFirst()
                .map(n -> place(n, values))
                .orElse(null);
    }

    private @Nullable Place last() {
        return mine.maker(mine.output()).map(n -> place(n, myValues)).orElse(null);
    }

    private static Place place(Node node, Map<String, Tensor> values) {
        String shape = Objects.requireNonNull(values.get(node.output()))
                .shape()
                .withoutFirst()
                .toString();
        return new Place(node.layer(), node.operator(), attributes(node), "shape " + shape);
    }

    private static String attributes(Node node) {
        List<String> shown = new ArrayList<>();
        node.attributes().values().forEach((name, value) -> {
            if (!(value instanceof Tensor)) {
                shown.add(name + " " + value);
            }
        });
        return String.join(", ", shown);
    }

    /** What twins of one operator do differently in training, and parameters that only one network trains. */
    private Set<String> settings() {
        Set<String> differ = new LinkedHashSet<>();
        twins.forEach((name, twin) -> {
            Node here = mine.maker(name).orElseThrow();
            Node there = other.maker(twin).orElseThrow();
            if (!here.operator().equals(there.operator())) {
                return;
            }
            String one = inTraining(here, mine);
            String another = inTraining(there, other);
            if (!one.equals(another)) {
                differ.add("layer " + here.layer() + ": " + one + ", in the reference " + another);
            }
        });
        dropouts(mine, twins.keySet())
                .forEach(n -> differ.add(
                        "layer " + n.layer() + ": dropout " + rate(n, mine) + ", which the reference has not"));
        dropouts(other, new HashSet<>(twins.values()))
                .forEach(n -> differ.add("the reference's layer " + n.layer() + ": dropout " + rate(n, other)
                        + ", which this network has not"));
        return differ;
    }

    private static List<Node> dropouts(Network network, Set<String> matched) {
        return network.nodes().stream()
                .filter(n -> n.operator().equals("Dropout") && !matched.contains(n.output()))
                .toList();
    }

    private static String inTraining(Node node, Network network) {
        List<String> said = new ArrayList<>();
        if (node.operator().equals("BatchNormalization")) {
            said.add("momentum " + node.attributes().number("momentum", 0.9));
        }
        if (node.operator().equals("Dropout")) {
            said.add("rate " + rate(node, network));
        }
        if (node.inputs().stream().anyMatch(i -> isHeld(network, i))) {
            boolean trained = node.inputs().stream()
                    .map(network::parameter)
                    .flatMap(Optional::stream)
                    .anyMatch(Parameter::trainable);
            said.add(trained ? "trained" : "frozen");
        }
        return String.join(" and ", said);
    }

    private static boolean isHeld(Network network, String input) {
        return network.parameter(input)
                .filter(p -> p.role() == Parameter.Role.WEIGHT || p.role() == Parameter.Role.BIAS)
                .isPresent();
    }

    private static String rate(Node node, Network network) {
        Tensor given = node.inputs().size() < 2
                ? null
                : network.parameter(node.inputs().get(1)).map(Parameter::values).orElse(null);
        return String.valueOf((float) (given == null ? node.attributes().number("ratio", 0.5) : given.get(0)));
    }
}
