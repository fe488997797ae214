package dev.plumbline.debug.cause.flow;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.network.Node;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Between a weight and the loss lies something that no gradient passes, or nothing connects the two. */
final class GradientMissing implements Cause {
    private static final Rule RULE = new Rule(
            "gradient-missing",
            Stage.OVERFIT,
            "No gradient reaches a trainable parameter",
            "D5; unchanged tensor (DeepLocalize, DeepDiagnosis, SageMaker Debugger)");
    /** Operators that are flat wherever they are smooth: taken out, values pass as they are. */
    private static final Set<String> FLAT = Set.of("Round", "Floor", "Ceil", "Sign", "Cast");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    private static boolean isNothing(@Nullable Statistics gradient) {
        return gradient == null || gradient.isFinite() && gradient.norm() == 0;
    }

    private static List<String> untouched(Setup setup) {
        return setup.observed().first().map(Snapshot::parameters).orElse(List.of()).stream()
                .filter(p -> p.trainable() && isNothing(p.gradient()))
                .map(ParameterView::parameter)
                .toList();
    }

    /** The first node on the way from the parameter to the output that gets a gradient and hands none on. */
    private static Optional<Node> blocker(Setup setup, String parameter) {
        Set<String> silent = setup.observed().first().map(Snapshot::nodes).orElse(List.of()).stream()
                .filter(n -> isNothing(n.gradient()))
                .map(NodeView::node)
                .collect(Collectors.toSet());
        Set<String> reached = new HashSet<>(Set.of(parameter));
        for (Node node : setup.network().nodes()) {
            if (node.inputs().stream().anyMatch(reached::contains)) {
                if (!silent.contains(node.name())) {
                    return Optional.of(node);
                }
                reached.addAll(node.outputs());
            }
        }
        return Optional.empty();
    }

    /** Whether there is a parameter to which nothing flows at all, or something flat on its way. */
    private static boolean isCut(Setup setup) {
        boolean absent = setup.observed().first().map(Snapshot::parameters).orElse(List.of()).stream()
                .anyMatch(p -> p.trainable() && p.gradient() == null);
        return absent || !flat(setup).isEmpty();
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<String> untouched = untouched(setup);
        if (untouched.isEmpty()) {
            return List.of();
        }
        Optional<Node> blocker = blocker(setup, untouched.get(0));
        String where = blocker.map(n -> "; it ends at node " + n.name() + " (" + n.operator() + ")")
                .orElse("; nothing that gets a gradient reads it");
        String subject = String.join(", ", untouched);
        String seen = "at the first step its gradient is absent or exactly 0" + where;
        String why = "What gets no gradient stays as it was drawn: that part of the network does not learn.";
        String remedy = "Take out what no gradient passes, connect what hangs loose, or start weights at random.";
        // dead units and weights of 0 have rules of their own, and edits
        return List.of(
                isCut(setup)
                        ? Symptom.of(setup, RULE, subject, seen, why, remedy)
                        : Symptom.hint(RULE, subject, seen, why, remedy));
    }

    @Override
    public List<String> edits(Setup setup) {
        return flat(setup).stream().map(name -> "remove-node=" + name).toList();
    }

    private static List<String> flat(Setup setup) {
        return untouched(setup).stream()
                .flatMap(parameter -> blocker(setup, parameter).stream())
                .flatMap(node -> flatOn(setup, node).stream())
                .distinct()
                .toList();
    }

    /** The blocker itself, where it is flat, or a flat node right behind the values that it reads. */
    private static List<String> flatOn(Setup setup, Node blocker) {
        if (FLAT.contains(blocker.operator())) {
            return List.of(blocker.name());
        }
        return blocker.inputs().stream()
                .flatMap(in -> setup.network().maker(in).stream())
                .filter(n -> FLAT.contains(n.operator()))
                .map(Node::name)
                .toList();
    }
}
