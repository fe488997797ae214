package dev.plumbline.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Puts layers into a graph that is there already. */
final class GraphInsertion {
    private final Network network;
    private final List<Node> nodes;
    private final List<Parameter> parameters;
    private final List<Layer> layers;
    private final List<String> outputs;
    private final Set<String> taken = new HashSet<>();

    GraphInsertion(Network network) {
        this.network = network;
        this.nodes = new ArrayList<>(network.nodes());
        this.parameters = new ArrayList<>(network.parameters());
        this.layers = new ArrayList<>(network.layers());
        this.outputs = new ArrayList<>(network.outputs());
        network.layers().forEach(layer -> taken.add(layer.name()));
        network.nodes().forEach(node -> taken.add(node.name()));
    }

    /** Starts a layer. @return its name, which no other has */
    String layer(String stem, String type) {
        int number = 1;
        while (!taken.add("added_" + stem + "_" + number)) {
            number++;
        }
        String name = "added_" + stem + "_" + number;
        layers.add(new Layer(name, type));
        return name;
    }

    /** Adds a parameter. @return its name */
    String parameter(Parameter parameter) {
        parameters.add(parameter);
        return parameter.name();
    }

    /**
     * Adds a node right behind the one that makes its first input; those of the readers that are asked for read it
     * instead.
     *
     * @param readers which of the value's readers; the network's outputs follow where all do
     */
    String behind(String layer, String operator, Attributes attributes, Predicate<Node> readers, String... inputs) {
        String value = inputs[0];
        String name = layer + "/" + operator;
        boolean all = nodes.stream().filter(n -> n.inputs().contains(value)).allMatch(readers);
        nodes.replaceAll(node -> node.inputs().contains(value) && readers.test(node)
                ? node.withInputs(node.inputs().stream()
                        .map(in -> in.equals(value) ? name : in)
                        .toList())
                : node);
        if (all) {
            outputs.replaceAll(output -> output.equals(value) ? name : output);
        }
        int at = 0;
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).outputs().contains(value)) {
                at = i + 1;
            }
        }
        nodes.add(at, new Node(name, operator, List.of(inputs), List.of(name), attributes, layer));
        return name;
    }

    Network network() {
        return new Network(
                network.inputs(), nodes, parameters, outputs, layers, network.penalties(), network.constraints());
    }
}
