package dev.plumbline.formats.onnx;

import dev.plumbline.network.Attributes;
import dev.plumbline.network.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Softmax, LogSoftmax and Hardmax before opset 13: the value was flattened to a matrix at {@code axis} (1 by default)
 * and each row normalized. From 13 on one axis is.
 */
final class FlatSoftmax {
    private FlatSoftmax() {}

    static @Nullable Node later(Node node, Assembly assembly) {
        int rank = assembly.rank(node.inputs().get(0));
        int axis = node.attributes().integer("axis", 1);
        int fromFront = axis < 0 ? axis + rank : axis;
        Attributes last = node.attributes().with("axis", -1);
        if (fromFront == rank - 1 || rank <= 1) {
            return AttributeInputs.with(node, last);
        }
        String x = node.inputs().get(0);
        String flat = assembly.help(node, "Flatten", Attributes.none().with("axis", fromFront), x);
        String rows = assembly.help(node, node.operator(), last, flat);
        String shape = assembly.help(node, "Shape", Attributes.none(), x);
        assembly.add(new Node(
                node.name(), "Reshape", List.of(rows, shape), node.outputs(), Attributes.none(), node.layer()));
        return null;
    }
}
