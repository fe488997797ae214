package dev.plumbline.formats.onnx;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.List;

/** Dropout and the normalizations, whose training mode is the engine's affair and not the file's. */
final class NormalizationForms {
    private NormalizationForms() {}

    /** Before opset 9 a batch norm could have statistics for every place of an image. */
    static Node spatial(Node node, Assembly assembly) {
        if (node.attributes().integer("spatial", 1) == 0
                && assembly.rank(node.inputs().get(0)) > 2) {
            throw new UnusableInputException(
                    "node " + node.name(),
                    "batch normalization by channel",
                    "spatial=0, one mean for every place",
                    "Export it with opset 9 or later.");
        }
        return AttributeInputs.with(
                node, node.attributes().without("spatial").without("is_test").without("consumed_inputs"));
    }

    /** Outputs that only training makes go away where nobody gave them a name. */
    static Node batchNorm(Node node, Assembly assembly) {
        boolean single = node.outputs().stream().skip(1).allMatch(String::isEmpty);
        return single ? AttributeInputs.with(first(node), node.attributes().without("training_mode")) : node;
    }

    /** PyTorch's running variance is the unbiased one. */
    static Node unbiased(Node node, Assembly assembly) {
        return AttributeInputs.with(node, node.attributes().with("unbiased", 1));
    }

    private static Node first(Node node) {
        return new Node(
                node.name(), node.operator(), node.inputs(), List.of(node.output()), node.attributes(), node.layer());
    }

    static Node dropoutByAttribute(Node node, Assembly assembly) {
        return AttributeInputs.with(node, node.attributes().without("is_test"));
    }

    /** The ratio as an attribute; the mask, where it is wanted, keeps everything, as it does outside training. */
    static Node dropout(Node node, Assembly assembly) {
        Attributes attributes = node.attributes();
        if (AttributeInputs.has(node, 1)) {
            Tensor ratio = assembly.known(node.inputs().get(1))
                    .filter(t -> t.elements() == 1)
                    .orElseThrow(() -> new UnusableInputException(
                            "node " + node.name(),
                            "a dropout ratio known beforehand",
                            "one that is computed",
                            "Export the model with a constant ratio."));
            attributes = attributes.with("ratio", Double.parseDouble(Float.toString((float) ratio.get(0))));
        }
        String x = node.inputs().get(0);
        if (node.outputs().size() > 1 && !node.outputs().get(1).isEmpty()) {
            String shape = assembly.help(node, "Shape", Attributes.none(), x);
            String keep = assembly.scalar(node.name() + "/keep", DType.BOOL, 1);
            assembly.add(new Node(
                    node.name() + "/mask",
                    "Expand",
                    List.of(keep, shape),
                    List.of(node.outputs().get(1)),
                    Attributes.none(),
                    node.layer()));
        }
        return AttributeInputs.with(first(node).withInputs(List.of(x)), attributes);
    }

    /** Until opset 21 a group norm had one scale and bias a group, from then on one a channel. */
    static Node scaleByChannel(Node node, Assembly assembly) {
        int groups = node.attributes().integer("num_groups", 1);
        int channels = assembly.type(node.inputs().get(0)).shape().get(1);
        if (channels < groups || groups == channels) {
            return node;
        }
        List<String> inputs = new ArrayList<>(List.of(node.inputs().get(0)));
        for (int i = 1; i <= 2; i++) {
            String axis = assembly.constant(node.name() + "/axis", 1);
            String wide = assembly.help(
                    node, "Unsqueeze", Attributes.none(), node.inputs().get(i), axis);
            String sizes = assembly.constant(node.name() + "/sizes", groups, channels / groups);
            String repeated = assembly.help(node, "Expand", Attributes.none(), wide, sizes);
            String flat = assembly.constant(
                    node.name() + "/channels", Shape.of(channels).get(0));
            inputs.add(assembly.help(node, "Reshape", Attributes.none(), repeated, flat));
        }
        return node.withInputs(inputs);
    }
}
