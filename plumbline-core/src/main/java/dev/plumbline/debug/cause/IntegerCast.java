package dev.plumbline.debug.cause;

import dev.plumbline.data.DType;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Between weights and loss values become whole numbers, of which there is no slope. */
final class IntegerCast implements Cause {
    private static final Rule RULE = new Rule(
            "integer-cast",
            Stage.OVERFIT,
            "No gradient passes a cast to whole numbers",
            "D3: casting; Karpathy: gradient flow; torch and ONNX define no gradient there");
    private static final Set<String> STEPS =
            Set.of("Round", "Floor", "Ceil", "Sign", "ArgMax", "ArgMin", "Hardmax", "Greater", "Less", "Equal");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    private static boolean blocks(Setup setup, Node node) {
        ValueType type = setup.types().get(node.output());
        boolean whole = type != null && type.dtype().kind() != DType.Kind.FLOAT;
        return whole || STEPS.contains(node.operator());
    }

    /** Values from which a slope reaches the output. */
    private static Set<String> sloped(Setup setup) {
        Set<String> sloped = new HashSet<>(Set.of(setup.network().output()));
        List<Node> nodes = setup.network().nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (!blocks(setup, node) && node.outputs().stream().anyMatch(sloped::contains)) {
                sloped.addAll(node.inputs());
            }
        }
        return sloped;
    }

    /** Nodes that block all there is of the slope of weights, the last of them first. */
    private static List<Node> culprits(Setup setup) {
        Set<String> sloped = sloped(setup);
        Set<String> reached = new HashSet<>();
        setup.network().parameters().stream()
                .filter(p -> p.trainable() && !sloped.contains(p.name()))
                .map(Parameter::name)
                .forEach(reached::add);
        List<Node> found = new ArrayList<>();
        for (Node node : setup.network().nodes()) {
            boolean behind = node.inputs().stream().anyMatch(reached::contains);
            if (behind && blocks(setup, node) && node.outputs().stream().anyMatch(sloped::contains)) {
                found.add(node);
            } else if (behind) {
                reached.addAll(node.outputs());
            }
        }
        return found;
    }

    /** Casts there and back, or roundings, of a real input before any weights: what lies behind the point is lost. */
    private static List<Node> ofInput(Setup setup) {
        Set<String> real = new HashSet<>();
        setup.network().inputs().forEach((name, type) -> {
            if (type.dtype().kind() == DType.Kind.FLOAT) {
                real.add(name);
            }
        });
        List<Node> found = new ArrayList<>();
        for (Node node : setup.network().nodes()) {
            boolean plain =
                    node.inputs().stream().allMatch(in -> in.isEmpty() || real.contains(in) || isConstant(setup, in))
                            && node.inputs().stream().anyMatch(real::contains);
            if (plain && !blocks(setup, node)) {
                real.addAll(node.outputs());
            } else if (plain && (STEPS.contains(node.operator()) || isCastBack(setup, node))) {
                found.add(node);
            }
        }
        return found;
    }

    private static boolean isConstant(Setup setup, String value) {
        return setup.network().parameter(value).filter(p -> !p.isLearnable()).isPresent();
    }

    /** Numbers of words or of rows are read by a lookup, and never become real again. */
    private static boolean isCastBack(Setup setup, Node node) {
        return node.operator().equals("Cast")
                && setup.network().readers(node.output()).stream()
                        .anyMatch(n -> n.operator().equals("Cast") && !blocks(setup, n));
    }

    /** A cast there and back: the one that rounds may stand before those that hand whole numbers on. */
    private static List<Node> all(Setup setup) {
        List<Node> found = new ArrayList<>(culprits(setup));
        ofInput(setup).stream().filter(n -> !found.contains(n)).forEach(found::add);
        for (int i = 0; i < found.size(); i++) {
            found.get(i).inputs().stream()
                    .flatMap(in -> setup.network().maker(in).stream())
                    .filter(n -> blocks(setup, n) && !found.contains(n))
                    .forEach(found::add);
        }
        return found;
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Node> culprits = all(setup);
        return culprits.isEmpty()
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        culprits.stream().map(Ending::subject).collect(Collectors.joining("; ")),
                        culprits.stream()
                                .map(n ->
                                        n.operator() + " gives " + setup.types().get(n.output()))
                                .collect(Collectors.joining(", ")),
                        "A step function is flat wherever it has a slope at all: weights before it get no gradient and stay as"
                                + " they were drawn, and what it rounds away is lost.",
                        "Take it out of training; round, or choose a class, where predictions are read."));
    }

    @Override
    public List<String> edits(Setup setup) {
        List<Node> culprits = all(setup);
        return culprits.isEmpty()
                ? List.of()
                : Fitting.of(
                        setup,
                        List.of(culprits.stream()
                                .map(n -> "remove-node=" + n.name())
                                .collect(Collectors.joining(" "))));
    }
}
