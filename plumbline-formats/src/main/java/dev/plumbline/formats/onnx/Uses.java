package dev.plumbline.formats.onnx;

import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who reads and who makes each value of a network, looked up without walking it again. */
final class Uses {
    /** A value's place among a node's inputs. */
    record Use(Node node, int index) {}

    /** What only brings a value into another form: what becomes of it decides. */
    private static final Set<String> PASSING = Set.of(
            "Identity",
            "Cast",
            "Reshape",
            "Transpose",
            "Squeeze",
            "Unsqueeze",
            "Flatten",
            "Slice",
            "Split",
            "Expand",
            "Tile");

    private static final int FAR = 12;

    private final Set<String> parameters = new HashSet<>();
    private final Map<String, List<Use>> uses = new HashMap<>();
    private final Map<String, Node> makers = new HashMap<>();

    Uses(Network network) {
        network.parameters().forEach(p -> parameters.add(p.name()));
        for (Node node : network.nodes()) {
            for (int i = 0; i < node.inputs().size(); i++) {
                uses.computeIfAbsent(node.inputs().get(i), n -> new ArrayList<>())
                        .add(new Use(node, i));
            }
            node.outputs().forEach(o -> makers.put(o, node));
        }
    }

    List<Use> of(String value) {
        return uses.getOrDefault(value, List.of());
    }

    @Nullable
    Node maker(String value) {
        return makers.get(value);
    }

    /** The uses that matter: those behind nodes that only bring the value into another form. */
    List<Use> meant(String value) {
        List<Use> meant = new ArrayList<>();
        collect(value, meant, 0);
        return meant;
    }

    private void collect(String value, List<Use> meant, int depth) {
        for (Use use : of(value)) {
            boolean passes = use.index() == 0 && PASSING.contains(use.node().operator())
                    || use.node().operator().equals("Concat")
                            && use.node().inputs().stream().allMatch(this::isHeld);
            if (passes && depth < FAR) {
                use.node().outputs().forEach(o -> collect(o, meant, depth + 1));
            } else {
                meant.add(use);
            }
        }
    }

    /** Whether a value is made of parameters alone, by nodes that only move numbers. */
    private boolean isHeld(String value) {
        Node maker = makers.get(value);
        return maker == null
                ? parameters.contains(value)
                : maker.operator().equals("Concat")
                        ? maker.inputs().stream().allMatch(this::isHeld)
                        : PASSING.contains(maker.operator())
                                && isHeld(maker.inputs().get(0));
    }

    /** The value before nodes that only bring it into another form. */
    String origin(String value) {
        Node maker = makers.get(value);
        return maker != null && PASSING.contains(maker.operator())
                ? origin(maker.inputs().get(0))
                : value;
    }
}
