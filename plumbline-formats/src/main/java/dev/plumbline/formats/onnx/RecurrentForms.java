package dev.plumbline.formats.onnx;

import dev.plumbline.data.Tensor;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.List;

/** Recurrent layers: a first state of constant zeros is the default, and left out it fits any batch. */
final class RecurrentForms {
    private static final int[] STATES = {5, 6};

    private RecurrentForms() {}

    static Node withoutZeroStates(Node node, Assembly assembly) {
        List<String> inputs = new ArrayList<>(node.inputs());
        for (int index : STATES) {
            if (index < inputs.size()
                    && !inputs.get(index).isEmpty()
                    && assembly.known(inputs.get(index))
                            .filter(RecurrentForms::zero)
                            .isPresent()) {
                inputs.set(index, "");
            }
        }
        while (inputs.get(inputs.size() - 1).isEmpty()) {
            inputs.remove(inputs.size() - 1);
        }
        return AttributeInputs.with(node.withInputs(inputs), node.attributes().without("output_sequence"));
    }

    private static boolean zero(Tensor values) {
        for (int i = 0; i < values.elements(); i++) {
            if (values.get(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
