package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.operator.Inputs;
import dev.plumbline.network.operator.Operator;
import dev.plumbline.network.operator.Operators;
import dev.plumbline.network.operator.ShapeFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks a network without computing it: the type of every value, or the first node that does not fit (D3). */
public final class ShapeInference {
    /** Elements of the largest value that is worked out before anything runs. */
    private static final long MOST = 1 << 20;

    private final Operators operators;

    public ShapeInference(Operators operators) {
        this.operators = operators;
    }

    /**
     * What is known of all values before anything is computed.
     *
     * @param types of all values, inputs and parameters included, in order of computation
     * @param values those that follow from constants and sizes; whole numbers may be batch counts
     */
    public record Known(Map<String, ValueType> types, Map<String, Tensor> values) {
        public Known {
            types = java.util.Collections.unmodifiableMap(types);
            values = java.util.Collections.unmodifiableMap(values);
        }
    }

    /**
     * The types of all values, inputs and parameters included, in order of computation.
     *
     * @throws UnusableInputException naming the layer and node, what was expected and found
     */
    public Map<String, ValueType> infer(Network network) {
        return know(network).types();
    }

    /**
     * The types of all values, and the values that are known before anything is computed.
     *
     * @throws UnusableInputException naming the layer and node, what was expected and found
     */
    public Known know(Network network) {
        Map<String, ValueType> types = new LinkedHashMap<>(network.inputs());
        Map<String, Tensor> constants = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            types.put(parameter.name(), parameter.type());
            Tensor values = parameter.values();
            if (parameter.role() == Parameter.Role.CONSTANT && values != null) {
                constants.put(parameter.name(), values);
            }
        }
        for (Node node : network.nodes()) {
            advance(node, types, constants);
        }
        return new Known(types, constants);
    }

    /** Adds what is known of a node's outputs. */
    void advance(Node node, Map<String, ValueType> types, Map<String, Tensor> constants) {
        Inputs inputs = inputs(node, types, constants);
        List<ValueType> made;
        List<Optional<Tensor>> values;
        try {
            Operator operator = operators.get(node.operator());
            made = operator.infer(inputs);
            values = isSmall(made.get(0)) ? operator.evaluateAll(inputs) : List.of();
        } catch (ShapeFault fault) {
            throw new UnusableInputException(
                    "layer " + node.layer() + ", node " + node.name(),
                    fault.expected(),
                    fault.found(),
                    "Change this layer or the one before it, or `data.sample-shape`.");
        }
        for (int i = 0; i < node.outputs().size(); i++) {
            if (!node.outputs().get(i).isEmpty()) {
                types.put(node.outputs().get(i), made.get(i));
            }
        }
        for (int i = 0; i < Math.min(node.outputs().size(), values.size()); i++) {
            String output = node.outputs().get(i);
            if (!output.isEmpty()) {
                values.get(i).ifPresent(v -> constants.put(output, v));
            }
        }
    }

    private static boolean isSmall(ValueType type) {
        return type.shape().isFixed() && type.shape().elements() <= MOST;
    }

    private static Inputs inputs(Node node, Map<String, ValueType> types, Map<String, Tensor> constants) {
        List<Optional<ValueType>> inputs = new ArrayList<>();
        List<Optional<Tensor>> values = new ArrayList<>();
        for (String input : node.inputs()) {
            inputs.add(optional(types.get(input)));
            values.add(optional(constants.get(input)));
        }
        return new Inputs(inputs, values, node.attributes());
    }

    private static <T> Optional<T> optional(@Nullable T value) {
        return Optional.ofNullable(value);
    }
}
