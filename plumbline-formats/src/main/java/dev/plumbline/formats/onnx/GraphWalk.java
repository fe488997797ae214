package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Spelling;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks a model's graph, and those within it, node by node into an {@link Assembly}: names are resolved, constants
 * become parameters, old forms today's, functions are written out, and loops and branches that are decided beforehand
 * too.
 */
final class GraphWalk {
    /** Functions that call functions, branches within loops. */
    private static final int DEEPEST = 64;

    private static final Set<String> CONTROL = Set.of("If", "Loop", "Scan");

    private final Assembly assembly;
    private final TensorReader tensors;
    private final AttributeReader attributes;
    private final Functions functions;
    private final OldForms forms;
    private final LayerNames layers;
    private final Sequences sequences = new Sequences();

    GraphWalk(Assembly assembly, TensorReader tensors, Functions functions, OldForms forms, LayerNames layers) {
        this.assembly = assembly;
        this.tensors = tensors;
        this.attributes = new AttributeReader(tensors);
        this.functions = functions;
        this.forms = forms;
        this.layers = layers;
    }

    /**
     * What holds for all nodes of a graph or function.
     *
     * @param given the attributes that a function is called with
     * @param layer the layer of whoever calls or holds it; null for the model's own graph
     */
    record Context(
            Opsets opsets,
            Map<String, AttributeProto> given,
            @Nullable String layer,
            int depth) {
        Context deeper(@Nullable String changedLayer, String subject) {
            return deeper(opsets, given, changedLayer, subject);
        }

        Context deeper(
                Opsets changed,
                Map<String, AttributeProto> changedGiven,
                @Nullable String changedLayer,
                String subject) {
            if (depth >= DEEPEST) {
                throw new UnusableInputException(
                        subject,
                        "at most " + DEEPEST + " graphs or functions within each other",
                        "more",
                        "Export the model again.");
            }
            return new Context(changed, changedGiven, changedLayer, depth + 1);
        }
    }

    Assembly assembly() {
        return assembly;
    }

    Sequences sequences() {
        return sequences;
    }

    /** Walks a graph whose inputs the scope knows already. */
    void graph(GraphProto graph, Scope scope, Context context) {
        for (TensorProto initializer : graph.getInitializerList()) {
            String subject = "initializer " + initializer.getName();
            if (scope.value(initializer.getName()) == null) {
                if (scope.holds(initializer.getName())) {
                    throw new UnusableInputException(
                            subject, "a name of its own", "two initializers of that name", "Export the model again.");
                }
                scope.hold(initializer.getName(), tensors.read(initializer, subject));
            }
        }
        for (SparseTensorProto initializer : graph.getSparseInitializerList()) {
            String name = initializer.getValues().getName();
            scope.hold(name, SparseTensors.read(initializer, tensors, "initializer " + name));
        }
        Set<String> reads = NodeOrder.reads(graph.getNodeList());
        graph.getOutputList().forEach(o -> reads.add(o.getName()));
        scope.reads(reads);
        for (NodeProto node : NodeOrder.sorted(graph.getNodeList(), "graph " + graph.getName())) {
            node(node, scope, context);
        }
    }

    /** The values that a graph's outputs stand for. */
    List<String> outputs(GraphProto graph, Scope scope) {
        List<String> values = new ArrayList<>();
        for (ValueInfoProto output : graph.getOutputList()) {
            values.add(resolved(output.getName(), scope, "the output of graph " + graph.getName()));
        }
        return values;
    }

    void node(NodeProto written, Scope scope, Context context) {
        NodeProto node = AttributeReader.bound(written, context.given());
        String name = scope.prefix() + NodeOrder.name(node);
        String subject = "node " + name;
        String domain = Opsets.domain(node.getDomain());
        List<String> inputs = new ArrayList<>();
        for (String input : node.getInputList()) {
            inputs.add(input.isEmpty() ? "" : resolved(input, scope, subject));
        }
        while (!inputs.isEmpty() && inputs.get(inputs.size() - 1).isEmpty()) {
            inputs.remove(inputs.size() - 1);
        }
        String layer = layers.of(node, inputs, context.layer());
        if (domain.isEmpty() && node.getOpType().equals("Constant")) {
            scope.hold(node.getOutput(0), Constants.read(node, tensors, subject));
            return;
        }
        if (functions.has(node)) {
            functions.inline(node, inputs, scope, context, layer, this);
            return;
        }
        if (domain.isEmpty() && CONTROL.contains(node.getOpType())) {
            ControlFlow.of(node, inputs, scope, context.deeper(layer, subject), name, this);
            return;
        }
        if (domain.isEmpty() && sequences.handles(node, inputs)) {
            sequences.walk(node, inputs, scope, name, layer, attributes.read(node, subject), assembly);
            return;
        }
        requireOwn(domain, node, subject);
        List<String> outputs = new ArrayList<>();
        for (String output : node.getOutputList()) {
            // what only training makes is often named though nobody reads it
            boolean wanted = !output.isEmpty() && (outputs.isEmpty() || scope.isRead(output));
            outputs.add(wanted ? assembly.free(scope.wanted(output)) : "");
        }
        while (outputs.size() > 1 && outputs.get(outputs.size() - 1).isEmpty()) {
            outputs.remove(outputs.size() - 1);
        }
        if (outputs.isEmpty() || outputs.get(0).isEmpty()) {
            String made = assembly.free(name);
            if (outputs.isEmpty()) {
                outputs.add(made);
            } else {
                outputs.set(0, made);
            }
        }
        Attributes read = attributes.read(node, subject);
        forms.add(
                new Node(name, node.getOpType(), inputs, outputs, read, layer),
                context.opsets().own(),
                assembly);
        for (int i = 0; i < node.getOutputCount() && i < outputs.size(); i++) {
            if (!node.getOutput(i).isEmpty() && !outputs.get(i).isEmpty()) {
                scope.put(node.getOutput(i), outputs.get(i));
            }
        }
    }

    private void requireOwn(String domain, NodeProto node, String subject) {
        if (!domain.isEmpty()) {
            throw new UnusableInputException(
                    subject,
                    "operators of ONNX's own domain, or functions that the file brings along",
                    node.getOpType() + " of domain " + domain,
                    "Export the model without " + domain + "'s operators.");
        }
        if (!assembly.knows(node.getOpType()) && !forms.renames(node.getOpType())) {
            throw new UnusableInputException(
                    subject,
                    "an operator that Plumbline can run",
                    node.getOpType(),
                    "The nearest is " + Spelling.nearest(node.getOpType(), assembly.operatorNames())
                            + "; see docs/ONNX.md.");
        }
    }

    /** The value that a name stands for, made a parameter where it is a tensor of the file. */
    String resolved(String name, Scope scope, String subject) {
        Scope owner = scope.owner(name);
        if (owner == null) {
            throw new UnusableInputException(
                    subject,
                    "inputs that something makes",
                    "\"" + name + "\", which nothing makes",
                    "Export the model again.");
        }
        TensorReader.Typed held = owner.release(name);
        if (held != null) {
            owner.put(name, assembly.tensor(owner.wanted(name), held));
        }
        return Objects.requireNonNull(owner.value(name));
    }

    /** A scope for a graph or function whose inputs are known. */
    static Scope within(@Nullable Scope around, String prefix, List<String> formal, List<String> actual) {
        Scope scope = new Scope(around, prefix);
        for (int i = 0; i < formal.size() && i < actual.size(); i++) {
            if (!actual.get(i).isEmpty()) {
                scope.put(formal.get(i), actual.get(i));
            }
        }
        return scope;
    }

    /** Attributes by name. */
    static Map<String, AttributeProto> byName(List<AttributeProto> attributes) {
        Map<String, AttributeProto> map = new HashMap<>();
        attributes.forEach(a -> map.put(a.getName(), a));
        return map;
    }
}
