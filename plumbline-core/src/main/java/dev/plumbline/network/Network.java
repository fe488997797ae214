package dev.plumbline.network;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A graph of named nodes in an order in which each comes after what it reads.
 *
 * @param inputs what it is given, by name; the first axis of each runs over the batch
 * @param nodes in order of computation
 * @param parameters what it holds
 * @param outputs names of the values it gives; the first is what the loss sees
 * @param layers what its author wrote, in order
 * @param penalties what is added to the loss for the size of parameters and values
 * @param constraints what parameters are brought back to after an update
 */
public record Network(
        Map<String, ValueType> inputs,
        List<Node> nodes,
        List<Parameter> parameters,
        List<String> outputs,
        List<Layer> layers,
        List<Penalty> penalties,
        List<Constraint> constraints) {
    /** @throws IllegalArgumentException naming the node, if a name is used twice or read before it is made */
    public Network {
        inputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        nodes = List.copyOf(nodes);
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
        layers = List.copyOf(layers);
        penalties = List.copyOf(penalties);
        constraints = List.copyOf(constraints);
        Set<String> known = new LinkedHashSet<>(inputs.keySet());
        for (Parameter parameter : parameters) {
            if (!known.add(parameter.name())) {
                throw new IllegalArgumentException("the name " + parameter.name() + " is used twice");
            }
        }
        for (Node node : nodes) {
            for (String input : node.inputs()) {
                if (!input.isEmpty() && !known.contains(input)) {
                    throw new IllegalArgumentException(
                            "node " + node.name() + " reads " + input + ", which nothing before it makes");
                }
            }
            for (String output : node.outputs()) {
                if (!output.isEmpty() && !known.add(output)) {
                    throw new IllegalArgumentException("the name " + output + " is used twice");
                }
            }
        }
        if (outputs.isEmpty() || !known.containsAll(outputs)) {
            throw new IllegalArgumentException("the outputs " + outputs + " are not all made by the network");
        }
    }

    /** Without penalties and constraints. */
    public Network(
            Map<String, ValueType> inputs,
            List<Node> nodes,
            List<Parameter> parameters,
            List<String> outputs,
            List<Layer> layers) {
        this(inputs, nodes, parameters, outputs, layers, List.of(), List.of());
    }

    /** The value that the loss sees. */
    public String output() {
        return outputs.get(0);
    }

    /**
     * One of its outputs as people name it: by the value, by the layer that it comes from, or by a model within the
     * network, {@code head} for the layer {@code head/dense}.
     *
     * @return the value; empty where no output is called so
     */
    public Optional<String> output(String name) {
        return outputs.stream()
                .filter(name::equals)
                .findFirst()
                .or(() -> outputs.stream()
                        .filter(o -> isOf(o, layer -> layer.equals(name)))
                        .findFirst())
                .or(() -> outputs.stream()
                        .filter(o -> isOf(o, layer -> layer.startsWith(name + "/")))
                        .findFirst());
    }

    private boolean isOf(String value, Predicate<String> layer) {
        return maker(value).filter(n -> layer.test(n.layer())).isPresent();
    }

    /** The node of the given name. */
    public Optional<Node> node(String name) {
        return nodes.stream().filter(n -> n.name().equals(name)).findFirst();
    }

    /** The node that makes a value; empty for an input or a parameter. */
    public Optional<Node> maker(String value) {
        return nodes.stream().filter(n -> n.outputs().contains(value)).findFirst();
    }

    /** The nodes that read a value. */
    public List<Node> readers(String value) {
        return nodes.stream().filter(n -> n.inputs().contains(value)).toList();
    }

    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The layer that each parameter belongs to: that of the first node that reads it. */
    public Map<String, String> parameterLayers() {
        Map<String, String> layers = new LinkedHashMap<>();
        for (Node node : nodes) {
            for (String input : node.inputs()) {
                layers.putIfAbsent(input, node.layer());
            }
        }
        layers.keySet().retainAll(parameters.stream().map(Parameter::name).toList());
        return layers;
    }

    /**
     * The most examples a batch may have, where the network hands states from batch to batch; empty where it does not.
     */
    public OptionalInt statefulBatch() {
        return parameters.stream()
                .filter(p -> p.role() == Parameter.Role.STATE)
                .mapToInt(p -> p.type().shape().get(0))
                .min();
    }

    /** Numbers that training moves. */
    public long trainableElements() {
        return parameters.stream()
                .filter(Parameter::trainable)
                .mapToLong(p -> p.type().shape().elements())
                .sum();
    }

    public Network withNodes(List<Node> changed) {
        return new Network(inputs, changed, parameters, outputs, layers, penalties, constraints);
    }

    public Network withOutputs(List<String> changed) {
        return new Network(inputs, nodes, parameters, changed, layers, penalties, constraints);
    }

    public Network withParameters(List<Parameter> changed) {
        return new Network(inputs, nodes, changed, outputs, layers, penalties, constraints);
    }

    public Network withPenalties(List<Penalty> changed) {
        return new Network(inputs, nodes, parameters, outputs, layers, changed, constraints);
    }

    public Network withConstraints(List<Constraint> changed) {
        return new Network(inputs, nodes, parameters, outputs, layers, penalties, changed);
    }
}
