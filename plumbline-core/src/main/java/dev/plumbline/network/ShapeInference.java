package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.operator.Inputs;
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
    private final Operators operators;

    public ShapeInference(Operators operators) {
        this.operators = operators;
    }

    /**
     * The types of all values, inputs and parameters included, in order of computation.
     *
     * @throws UnusableInputException naming the layer and node, what was expected and found
     */
    public Map<String, ValueType> infer(Network network) {
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
            List<ValueType> made = infer(node, types, constants);
            for (int i = 0; i < node.outputs().size(); i++) {
                types.put(node.outputs().get(i), made.get(i));
            }
        }
        return java.util.Collections.unmodifiableMap(types);
    }

    /** The types of one node's outputs. */
    List<ValueType> infer(Node node, Map<String, ValueType> types, Map<String, Tensor> constants) {
        List<Optional<ValueType>> inputs = new ArrayList<>();
        List<Optional<Tensor>> values = new ArrayList<>();
        for (String input : node.inputs()) {
            inputs.add(optional(types.get(input)));
            values.add(optional(constants.get(input)));
        }
        try {
            return operators.get(node.operator()).infer(new Inputs(inputs, values, node.attributes()));
        } catch (ShapeFault fault) {
            throw new UnusableInputException(
                    "layer " + node.layer() + ", node " + node.name(),
                    fault.expected(),
                    fault.found(),
                    "Change this layer or the one before it, or `data.sample-shape`.");
        }
    }

    private static <T> Optional<T> optional(@Nullable T value) {
        return Optional.ofNullable(value);
    }
}
