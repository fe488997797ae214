package dev.plumbline.formats.onnx;

import dev.plumbline.network.Attributes;
import dev.plumbline.network.Node;
import java.util.List;
import java.util.stream.LongStream;

/** How two values of different sizes met before opset 7: the second's axes stood at the attribute {@code axis}. */
final class Broadcasting {
    private Broadcasting() {}

    static Node byAxis(Node node, Assembly assembly) {
        Attributes attributes = node.attributes();
        Node plain = AttributeInputs.with(node, attributes.without("axis").without("broadcast"));
        if (attributes.integer("broadcast", 0) == 0 || !attributes.has("axis")) {
            return plain;
        }
        int rank = assembly.rank(node.inputs().get(0));
        int own = assembly.rank(node.inputs().get(1));
        int axis = attributes.integer("axis", 0);
        int trailing = rank - (axis < 0 ? axis + rank : axis) - own;
        return trailing <= 0
                ? plain
                : plain.withInputs(List.of(node.inputs().get(0), widened(node, assembly, own, trailing)));
    }

    /** A slope for each channel, the channels being axis 1. */
    static Node slope(Node node, Assembly assembly) {
        int rank = assembly.rank(node.inputs().get(0));
        String slope = node.inputs().get(1);
        if (assembly.rank(slope) != 1
                || rank < 3
                || assembly.type(slope).shape().elements() == 1) {
            return node;
        }
        return node.withInputs(List.of(node.inputs().get(0), widened(node, assembly, 1, rank - 2)));
    }

    private static String widened(Node node, Assembly assembly, int rank, int trailing) {
        String axes = assembly.constant(
                node.name() + "/axes", LongStream.range(rank, rank + trailing).toArray());
        return assembly.help(node, "Unsqueeze", Attributes.none(), node.inputs().get(1), axes);
    }
}
