package dev.plumbline.debug.cause;

import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An elementwise node stretches its operands so that the batch meets another axis: (N, 1) and (N) give (N, N). */
final class SilentBroadcast implements Cause {
    private static final Rule RULE = new Rule(
            "silent-broadcast",
            Stage.OVERFIT,
            "Shapes are broadcast against each other by accident",
            "D1: incorrect tensor shapes that fail silently (broadcasting)");
    private static final Set<String> ELEMENTWISE =
            Set.of("Add", "Sub", "Mul", "Div", "Pow", "Max", "Min", "Mean", "Sum", "Where", "PRelu");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    private static List<String> batched(Setup setup, Node node) {
        return node.inputs().stream()
                .filter(in -> Axes.batchFromEnd(Axes.shape(setup, in)) > 0)
                .toList();
    }

    private static List<Node> culprits(Setup setup) {
        return setup.network().nodes().stream()
                .filter(n -> ELEMENTWISE.contains(n.operator()))
                .filter(n -> batched(setup, n).stream()
                                .map(in -> Axes.batchFromEnd(Axes.shape(setup, in)))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    @Override
    public List<Finding> look(Setup setup) {
        return culprits(setup).stream()
                .map(node -> Finding.suspected(
                        RULE,
                        Ending.subject(node),
                        node.operator() + " of "
                                + batched(setup, node).stream()
                                        .map(in -> Axes.shape(setup, in).toString())
                                        .collect(Collectors.joining(" and "))
                                + " gives " + Axes.shape(setup, node.output()),
                        "The batch of one operand meets another axis of the other: every example is combined with every other.",
                        "Give both the same number of axes, the batch first."))
                .toList();
    }

    @Override
    public List<String> edits(Setup setup) {
        return Fitting.of(
                setup,
                culprits(setup).stream()
                        .filter(n -> batched(setup, n).stream()
                                .map(in -> Axes.shape(setup, in))
                                .allMatch(s -> Shape.isBatched(s.get(0))))
                        .map(n -> "align-batch=" + n.name())
                        .toList());
    }
}
