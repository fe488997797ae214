package dev.plumbline.formats.onnx;

import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Recurrent layers: a first state of constant zeros is the default, and left out it fits any batch. */
final class RecurrentForms {
    private static final int[] STATES = {5, 6};
    private static final Set<String> SPREADING =
            Set.of("Expand", "Slice", "Squeeze", "Unsqueeze", "Reshape", "Transpose", "Identity", "Cast", "Tile");

    private RecurrentForms() {}

    static Node withoutZeroStates(Node node, Assembly assembly) {
        List<String> inputs = new ArrayList<>(node.inputs());
        for (int index : STATES) {
            if (index < inputs.size() && !inputs.get(index).isEmpty() && zero(inputs.get(index), assembly)) {
                inputs.set(index, "");
            }
        }
        while (inputs.get(inputs.size() - 1).isEmpty()) {
            inputs.remove(inputs.size() - 1);
        }
        return AttributeInputs.with(node.withInputs(inputs), node.attributes().without("output_sequence"));
    }

    /** Whether a value is zeros, however they came to their sizes. */
    private static boolean zero(String value, Assembly assembly) {
        if (assembly.known(value).filter(t -> UniformTensors.isAll(t, 0)).isPresent()) {
            return true;
        }
        return assembly.maker(value)
                .filter(node -> node.operator().equals("ConstantOfShape")
                        ? node.attributes()
                                .tensor("value")
                                .map(t -> UniformTensors.isAll(t, 0))
                                .orElse(true)
                        : SPREADING.contains(node.operator())
                                && zero(node.inputs().get(0), assembly))
                .isPresent();
    }
}
