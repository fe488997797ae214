package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a Clip in front of what a node reads, so that it stays where the node has finite values and slopes: a logarithm,
 * root or reciprocal at 1e-6 and above, an exponential between -20 and 20 (e^20 is 5e8), an arc cosine inside 1. A
 * divisor is kept at 1e-6 and above: for sums, norms and deviations, which are not negative.
 */
final class GuardEdit {
    static final double LEAST = 1e-6;
    static final double MOST_EXPONENT = 20;
    private static final double ARC = 1 - 1e-6;

    private GuardEdit() {}

    static Network apply(Node node, Network network) {
        return switch (node.operator()) {
            case "Log", "Sqrt", "Reciprocal", "Pow" -> clipped(node, 0, LEAST, Float.MAX_VALUE, network);
            case "Exp", "Sinh", "Cosh" -> clipped(node, 0, -MOST_EXPONENT, MOST_EXPONENT, network);
            case "Acos", "Asin", "Atanh" -> clipped(node, 0, -ARC, ARC, network);
            case "Acosh" -> clipped(node, 0, 1 + LEAST, Float.MAX_VALUE, network);
            case "Div" -> clipped(node, 1, LEAST, Float.MAX_VALUE, network);
            default ->
                throw new UnusableInputException(
                        "model.edits, guard",
                        "a node with a domain, as Log, Sqrt, Div, Exp, Pow or Acos",
                        node.name() + ", " + node.operator(),
                        "Name another node.");
        };
    }

    private static Network clipped(Node node, int operand, double least, double most, Network network) {
        String value = node.inputs().get(operand);
        List<Parameter> parameters = new ArrayList<>(network.parameters());
        String stem = node.name() + "/guard";
        parameters.add(bound(stem + ":least", least));
        parameters.add(bound(stem + ":most", most));
        Node clip = new Node(
                stem,
                "Clip",
                List.of(value, stem + ":least", stem + ":most"),
                List.of(stem),
                Attributes.none(),
                node.layer());
        List<Node> nodes = new ArrayList<>();
        for (Node each : network.nodes()) {
            if (!each.equals(node)) {
                nodes.add(each);
                continue;
            }
            List<String> inputs = new ArrayList<>(node.inputs());
            inputs.set(operand, stem);
            nodes.add(clip);
            nodes.add(node.withInputs(inputs));
        }
        return new Network(
                network.inputs(),
                nodes,
                parameters,
                network.outputs(),
                network.layers(),
                network.penalties(),
                network.constraints());
    }

    private static Parameter bound(String name, double value) {
        return Parameter.constant(name, new FloatTensor(new float[] {(float) value}, Shape.of()));
    }
}
