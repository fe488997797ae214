package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.plumbline.UnusableInputException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings nodes into an order in which each comes after what it reads. Most files are in one already. */
final class NodeOrder {
    private NodeOrder() {}

    /** @throws UnusableInputException naming a node, if values go round in a circle or two nodes make the same */
    static List<NodeProto> sorted(List<NodeProto> nodes, String subject) {
        Map<String, Integer> makers = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (String output : nodes.get(i).getOutputList()) {
                Integer other = output.isEmpty() ? null : makers.put(output, i);
                if (other != null) {
                    throw new UnusableInputException(
                            subject,
                            "each value made by one node",
                            "\"" + output + "\" made by " + name(nodes.get(other)) + " and " + name(nodes.get(i)),
                            "Export the model again.");
                }
            }
        }
        List<Set<Integer>> readers = new ArrayList<>();
        int[] missing = new int[nodes.size()];
        nodes.forEach(n -> readers.add(new HashSet<>()));
        boolean inOrder = true;
        for (int i = 0; i < nodes.size(); i++) {
            Set<String> reads = new HashSet<>();
            collect(nodes.get(i), reads);
            for (String read : reads) {
                Integer maker = makers.get(read);
                if (maker != null && readers.get(maker).add(i)) {
                    missing[i]++;
                    inOrder &= maker < i;
                }
            }
        }
        return inOrder ? nodes : walked(nodes, readers, missing, subject);
    }

    /** All names that nodes read, graphs within them included. */
    static Set<String> reads(List<NodeProto> nodes) {
        Set<String> reads = new HashSet<>();
        nodes.forEach(n -> collect(n, reads));
        return reads;
    }

    private static List<NodeProto> walked(
            List<NodeProto> nodes, List<Set<Integer>> readers, int[] missing, String subject) {
        ArrayDeque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
        List<NodeProto> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            sorted.add(nodes.get(next));
            for (int reader : readers.get(next)) {
                if (--missing[reader] == 0) {
                    ready.add(reader);
                }
            }
        }
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] > 0) {
                throw new UnusableInputException(
                        subject,
                        "a graph without circles",
                        "node " + name(nodes.get(i)) + " reading what follows from its own output",
                        "Export the model again.");
            }
        }
        return sorted;
    }

    /** What a node reads, graphs within it included; names made within are harmless here. */
    private static void collect(NodeProto node, Set<String> reads) {
        reads.addAll(node.getInputList());
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.hasG()) {
                GraphProto graph = attribute.getG();
                Set<String> within = new HashSet<>();
                graph.getNodeList().forEach(n -> collect(n, within));
                graph.getOutputList().forEach(o -> within.add(o.getName()));
                graph.getNodeList().forEach(n -> within.removeAll(n.getOutputList()));
                graph.getInputList().forEach(i -> within.remove(i.getName()));
                reads.addAll(within);
            }
        }
        reads.remove("");
    }

    static String name(NodeProto node) {
        if (!node.getName().isEmpty()) {
            return node.getName();
        }
        return node.getOutputCount() > 0 && !node.getOutput(0).isEmpty()
                ? node.getOpType() + " of " + node.getOutput(0)
                : node.getOpType();
    }
}
