package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The functions that a model brings along; a node that calls one is replaced by the function's nodes. */
final class Functions {
    private record Key(String domain, String name, String overload) {}

    private final Map<Key, FunctionProto> functions = new HashMap<>();

    Functions(List<FunctionProto> protos) {
        for (FunctionProto function : protos) {
            functions.put(
                    new Key(Opsets.domain(function.getDomain()), function.getName(), function.getOverload()), function);
        }
    }

    private static Key key(NodeProto node) {
        return new Key(Opsets.domain(node.getDomain()), node.getOpType(), node.getOverload());
    }

    boolean has(NodeProto node) {
        return functions.containsKey(key(node));
    }

    /** Writes the function out where it is called. */
    void inline(
            NodeProto node, List<String> inputs, Scope scope, GraphWalk.Context context, String layer, GraphWalk walk) {
        FunctionProto function = Objects.requireNonNull(functions.get(key(node)));
        String name = scope.prefix() + NodeOrder.name(node);
        String subject = "node " + name;
        Map<String, AttributeProto> given = GraphWalk.byName(function.getAttributeProtoList());
        given.putAll(GraphWalk.byName(node.getAttributeList()));
        Scope within = GraphWalk.within(null, name + "/", function.getInputList(), inputs);
        for (int i = 0; i < node.getOutputCount() && i < function.getOutputCount(); i++) {
            within.wish(function.getOutput(i), scope.wanted(node.getOutput(i)));
        }
        // an input that the caller leaves out is left out within
        for (int i = 0; i < function.getInputCount(); i++) {
            if (i >= inputs.size() || inputs.get(i).isEmpty()) {
                within.put(function.getInput(i), "");
            }
        }
        Opsets opsets = Opsets.of(function.getOpsetImportList(), subject).orElse(context.opsets());
        GraphWalk.Context inner = context.deeper(opsets, given, layer, subject);
        Set<String> reads = NodeOrder.reads(function.getNodeList());
        reads.addAll(function.getOutputList());
        within.reads(reads);
        for (NodeProto one : NodeOrder.sorted(function.getNodeList(), "function " + function.getName())) {
            walk.node(one, within, inner);
        }
        for (int i = 0; i < node.getOutputCount() && i < function.getOutputCount(); i++) {
            if (!node.getOutput(i).isEmpty()) {
                scope.put(node.getOutput(i), walk.resolved(function.getOutput(i), within, subject));
            }
        }
    }
}
