package dev.plumbline.formats.onnx;

import dev.plumbline.network.Node;
import org.jspecify.annotations.Nullable;

/** Says in a later opset's form what a node said in an earlier one's. */
@FunctionalInterface
interface OldForm {
    /**
     * The same in the later form.
     *
     * @param assembly where constants and helping nodes are added
     * @return null where the form has added all nodes itself, the node's outputs made
     */
    @Nullable
    Node later(Node node, Assembly assembly);
}
