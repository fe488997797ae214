package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import dev.plumbline.UnusableInputException;
import dev.plumbline.network.Attributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists of tensors whose length is known beforehand: they exist while reading only. */
final class Sequences {
    private static final Set<String> OPERATORS = Set.of(
            "SequenceConstruct",
            "SequenceEmpty",
            "SequenceInsert",
            "SequenceAt",
            "ConcatFromSequence",
            "SplitToSequence",
            "SequenceLength",
            "SequenceErase");

    private final Map<String, List<String>> lists = new HashMap<>();

    boolean handles(NodeProto node, List<String> inputs) {
        return OPERATORS.contains(node.getOpType()) || inputs.stream().anyMatch(lists::containsKey);
    }

    void walk(
            NodeProto node,
            List<String> inputs,
            Scope scope,
            String name,
            String layer,
            Attributes attributes,
            Assembly assembly) {
        throw new UnusableInputException(
                "node " + name,
                "tensors",
                "a list of tensors (" + node.getOpType() + ")",
                "Export the model without lists of tensors.");
    }
}
