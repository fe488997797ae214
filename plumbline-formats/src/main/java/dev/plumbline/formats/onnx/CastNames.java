package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.plumbline.UnusableInputException;
import dev.plumbline.network.Node;

/** A Cast that names its element type in letters, as before opset 6. */
final class CastNames {
    private CastNames() {}

    static Node later(Node node, Assembly assembly) {
        String name = node.attributes().text("to", "");
        if (name.isEmpty()) {
            return node;
        }
        try {
            return AttributeInputs.with(
                    node, node.attributes().with("to", DataType.valueOf(name).getNumber()));
        } catch (IllegalArgumentException e) {
            throw UnusableInputException.because(
                    "node " + node.name() + ": expected an element type to cast to, found \"" + name
                            + "\". Export it with opset 6 or later.",
                    e);
        }
    }
}
