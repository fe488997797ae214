package dev.plumbline.network;

import java.util.List;

/**
 * One operation.
 *
 * @param name unique in the network: {@code dense_1/Gemm}
 * @param operator the ONNX operator whose meaning it has
 * @param inputs names of values: network inputs, parameters, other nodes' outputs; empty text for an optional input
 *     that is left out
 * @param outputs names of the values it makes; the first is the node's own name
 * @param layer name of the {@link Layer} that its author wrote
 */
public record Node(
        String name, String operator, List<String> inputs, List<String> outputs, Attributes attributes, String layer) {
    public Node {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** The name of its first output. */
    public String output() {
        return outputs.get(0);
    }

    /** This node with other attributes. */
    public Node withAttributes(Attributes changed) {
        return new Node(name, operator, inputs, outputs, changed, layer);
    }

    /** This node with other inputs. */
    public Node withInputs(List<String> changed) {
        return new Node(name, operator, changed, outputs, attributes, layer);
    }
}
