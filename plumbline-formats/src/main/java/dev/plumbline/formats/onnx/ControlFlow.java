package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Branches and loops that are decided before anything runs, written out: an If is its branch, a Loop or Scan as many
 * copies of its body as it has turns.
 */
final class ControlFlow {
    private static final long MOST_TURNS = 10_000;

    private final NodeProto node;
    private final List<String> inputs;
    private final Scope scope;
    private final GraphWalk.Context context;
    private final String name;
    private final GraphWalk walk;
    private final Assembly assembly;
    private final Map<String, AttributeProto> attributes;

    private ControlFlow(
            NodeProto node, List<String> inputs, Scope scope, GraphWalk.Context context, String name, GraphWalk walk) {
        this.node = node;
        this.inputs = inputs;
        this.scope = scope;
        this.context = context;
        this.name = name;
        this.walk = walk;
        this.assembly = walk.assembly();
        this.attributes = GraphWalk.byName(node.getAttributeList());
    }

    /** @throws UnusableInputException naming the node, if what it does is known only when the network runs */
    static void of(
            NodeProto node, List<String> inputs, Scope scope, GraphWalk.Context context, String name, GraphWalk walk) {
        ControlFlow flow = new ControlFlow(node, inputs, scope, context, name, walk);
        switch (node.getOpType()) {
            case "If" -> flow.branch();
            case "Loop" -> flow.loop();
            default -> flow.scan();
        }
    }

    private GraphProto body(String attribute) {
        AttributeProto value = attributes.get(attribute);
        if (value == null || !value.hasG()) {
            throw undecided("a graph `" + attribute + "`", "none");
        }
        return value.getG();
    }

    private UnusableInputException undecided(String expected, String found) {
        return new UnusableInputException(
                "node " + name,
                expected,
                found,
                "Export the model for one fixed path: torch.onnx.export with example inputs, without torch.jit.script.");
    }

    private void branch() {
        OptionalLong condition = assembly.whole(inputs.get(0));
        if (condition.isEmpty()) {
            throw undecided("an If whose condition is known beforehand", "one that depends on the data");
        }
        GraphProto branch = body(condition.getAsLong() != 0 ? "then_branch" : "else_branch");
        Scope within = new Scope(scope, name + "/");
        for (int i = 0; i < node.getOutputCount() && i < branch.getOutputCount(); i++) {
            within.wish(branch.getOutput(i).getName(), scope.wanted(node.getOutput(i)));
        }
        walk.graph(branch, within, context);
        give(walk.outputs(branch, within));
    }

    private void give(List<String> values) {
        for (int i = 0; i < node.getOutputCount() && i < values.size(); i++) {
            if (!node.getOutput(i).isEmpty()) {
                scope.put(node.getOutput(i), values.get(i));
            }
        }
    }

    private void loop() {
        GraphProto body = body("body");
        boolean counted = !inputs.isEmpty() && !inputs.get(0).isEmpty();
        OptionalLong turns = counted ? assembly.whole(inputs.get(0)) : OptionalLong.of(MOST_TURNS);
        boolean conditional = inputs.size() > 1 && !inputs.get(1).isEmpty();
        OptionalLong go = conditional ? assembly.whole(inputs.get(1)) : OptionalLong.of(1);
        if (turns.isEmpty() || go.isEmpty() || (counted && turns.getAsLong() > MOST_TURNS)) {
            throw undecided(
                    "a Loop of at most " + MOST_TURNS + " turns, their number known beforehand",
                    "one whose end depends on the data");
        }
        List<String> state = new ArrayList<>(inputs.subList(Math.min(2, inputs.size()), inputs.size()));
        int carried = state.size();
        List<List<String>> scanned = lists(body.getOutputCount() - 1 - carried);
        for (long turn = 0; turn < turns.getAsLong() && go.getAsLong() != 0; turn++) {
            String counter = assembly.scalar(name + "/turn", DType.INT64, turn);
            String condition = assembly.scalar(name + "/go", DType.BOOL, 1);
            List<String> actual = new ArrayList<>(List.of(counter, condition));
            actual.addAll(state);
            List<String> results = turn(body, turn, actual);
            go = assembly.whole(results.get(0));
            if (go.isEmpty() || (!counted && turn == MOST_TURNS - 1)) {
                throw undecided("a Loop whose end is known beforehand", "one that depends on the data");
            }
            state = new ArrayList<>(results.subList(1, 1 + carried));
            for (int i = 0; i < scanned.size(); i++) {
                scanned.get(i).add(results.get(1 + carried + i));
            }
        }
        List<String> values = new ArrayList<>(state);
        for (List<String> parts : scanned) {
            values.add(stacked(parts, 0));
        }
        give(values);
    }

    private static List<List<String>> lists(int count) {
        List<List<String>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private List<String> turn(GraphProto body, long turn, List<String> actual) {
        List<String> formal =
                body.getInputList().stream().map(ValueInfoProto::getName).toList();
        Scope within = GraphWalk.within(scope, name + "/" + turn + "/", formal, actual);
        walk.graph(body, within, context);
        return walk.outputs(body, within);
    }

    /** One value of each turn, along a new axis. */
    private String stacked(List<String> parts, int axis) {
        if (parts.isEmpty()) {
            throw undecided("at least one turn where a loop gathers values", "none");
        }
        List<String> wide = new ArrayList<>();
        String at = assembly.constant(name + "/axis", axis);
        for (String part : parts) {
            wide.add(assembly.help(like(), "Unsqueeze", Attributes.none(), part, at));
        }
        return wide.size() == 1
                ? wide.get(0)
                : assembly.help(like(), "Concat", Attributes.none().with("axis", axis), wide.toArray(String[]::new));
    }

    private Node like() {
        String layer = context.layer();
        return new Node(name, "Loop", List.of(), List.of(name), Attributes.none(), layer == null ? name : layer);
    }

    private List<Long> list(String attribute, int count) {
        AttributeProto value = attributes.get(attribute);
        return value == null ? Collections.nCopies(count, 0L) : value.getIntsList();
    }

    private void scan() {
        GraphProto body = body("body");
        AttributeProto counted = attributes.get("num_scan_inputs");
        int scans = counted == null ? 0 : Math.toIntExact(counted.getI());
        boolean batched = context.opsets().own() < 9;
        List<String> given = batched ? inputs.subList(1, inputs.size()) : inputs;
        int carried = given.size() - scans;
        if (scans < 1 || carried < 0) {
            throw undecided("between 1 and " + given.size() + " inputs to scan", String.valueOf(scans));
        }
        if (batched) {
            throw undecided("a Scan of opset 9 or later", "one of opset 8");
        }
        List<Long> axes = list("scan_input_axes", scans);
        List<Long> directions = list("scan_input_directions", scans);
        int outputs = body.getOutputCount() - carried;
        List<Long> outputAxes = list("scan_output_axes", outputs);
        List<Long> outputDirections = list("scan_output_directions", outputs);
        int axis = Math.toIntExact(axes.get(0));
        OptionalInt length = assembly.fixed(given.get(carried), axis);
        if (length.isEmpty() || length.getAsInt() > MOST_TURNS) {
            throw undecided(
                    "a Scan of at most " + MOST_TURNS + " steps, their number known beforehand",
                    "an axis of size " + assembly.type(given.get(carried)));
        }
        List<String> state = new ArrayList<>(given.subList(0, carried));
        List<List<String>> scanned = lists(outputs);
        for (int turn = 0; turn < length.getAsInt(); turn++) {
            List<String> actual = new ArrayList<>(state);
            for (int i = 0; i < scans; i++) {
                int step = directions.get(i) == 0 ? turn : length.getAsInt() - 1 - turn;
                String at = assembly.scalar(name + "/step", DType.INT64, step);
                actual.add(assembly.help(
                        like(), "Gather", Attributes.none().with("axis", axes.get(i)), given.get(carried + i), at));
            }
            List<String> results = turn(body, turn, actual);
            state = new ArrayList<>(results.subList(0, carried));
            for (int i = 0; i < outputs; i++) {
                List<String> parts = scanned.get(i);
                parts.add(outputDirections.get(i) == 0 ? parts.size() : 0, results.get(carried + i));
            }
        }
        List<String> values = new ArrayList<>(state);
        for (int i = 0; i < outputs; i++) {
            values.add(stacked(scanned.get(i), Math.toIntExact(outputAxes.get(i))));
        }
        give(values);
    }
}
