package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.LongTensor;
import java.util.ArrayList;
import java.util.List;

/** Lets a node work along another axis: an attribute {@code axis}, or {@code axes} as attribute or constant input. */
final class AxisEdit {
    private AxisEdit() {}

    static Network apply(Node node, int axis, Network network) {
        if (node.operator().startsWith("Reduce")) {
            return reduced(node, axis, network);
        }
        boolean hasAxis = node.attributes().has("axis")
                || List.of("Softmax", "LogSoftmax", "Hardmax", "ArgMax", "ArgMin")
                        .contains(node.operator());
        if (!hasAxis) {
            throw new UnusableInputException(
                    "model.edits, set-axis",
                    "a node that works along an axis, as Softmax, ArgMax or ReduceMean",
                    node.name() + ", " + node.operator(),
                    "Name another node.");
        }
        return replaced(node, node.withAttributes(node.attributes().with("axis", axis)), network);
    }

    private static Network reduced(Node node, int axis, Network network) {
        if (node.attributes().has("axes") || node.inputs().size() < 2) {
            return replaced(node, node.withAttributes(node.attributes().with("axes", List.of(axis))), network);
        }
        Parameter axes = Parameter.constant(node.name() + "/set-axis", LongTensor.of(new long[] {axis}, 1));
        List<Parameter> parameters = new ArrayList<>(network.parameters());
        parameters.removeIf(p -> p.name().equals(axes.name()));
        parameters.add(axes);
        Node changed = node.withInputs(List.of(node.inputs().get(0), axes.name()));
        return replaced(node, changed, network.withParameters(parameters));
    }

    private static Network replaced(Node old, Node changed, Network network) {
        return network.withNodes(
                network.nodes().stream().map(n -> n.equals(old) ? changed : n).toList());
    }
}
