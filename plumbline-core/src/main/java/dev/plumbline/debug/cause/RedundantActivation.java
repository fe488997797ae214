package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An activation right behind another. */
final class RedundantActivation implements Cause {
    private static final Rule RULE = new Rule(
            "redundant-activation",
            Stage.OVERFIT,
            "One activation stands right behind another",
            "RULES: redundant activations (NeuraLint)");
    private static final Set<String> VIEWS =
            Set.of("Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Transpose", "Cast", "Dropout");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    /** @param first of the two */
    private record Pair(Node first, Node second) {
        /** A ReLU of a ReLU changes nothing. */
        boolean isHarmless() {
            return first.operator().equals(second.operator())
                    && first.operator().equals("Relu");
        }
    }

    private static List<Pair> pairs(Setup setup) {
        List<Pair> pairs = new ArrayList<>();
        for (Node node : setup.network().nodes()) {
            if (Ending.ACTIVATIONS.contains(node.operator())) {
                Optional<Node> before = setup.network().maker(node.inputs().get(0));
                while (before.isPresent() && VIEWS.contains(before.get().operator())) {
                    before = setup.network().maker(before.get().inputs().get(0));
                }
                before.filter(n -> Ending.ACTIVATIONS.contains(n.operator()))
                        .ifPresent(first -> pairs.add(new Pair(first, node)));
            }
        }
        return pairs;
    }

    /** In front of the output's softmax or sigmoid, or of the loss, other rules tell of it. */
    private static boolean isToldElsewhere(Setup setup, Pair pair) {
        return Ending.of(setup).activation().filter(pair.second()::equals).isPresent()
                && !pair.first().operator().equals(pair.second().operator());
    }

    @Override
    public List<Finding> look(Setup setup) {
        return pairs(setup).stream()
                .map(pair -> Finding.suspected(
                                RULE,
                                Ending.subject(pair.first()),
                                pair.second().operator() + " (" + pair.second().name() + ") right behind "
                                        + pair.first().operator(),
                                "The second sees only what the first lets through: a narrower range and a smaller slope.",
                                "Keep one of them.")
                        .withSeverity(
                                pair.isHarmless() || isToldElsewhere(setup, pair) ? Severity.INFO : Severity.WARNING))
                .toList();
    }

    @Override
    public List<String> edits(Setup setup) {
        return pairs(setup).stream()
                .filter(pair -> !pair.isHarmless())
                .map(pair -> "remove-node=" + pair.first().name())
                .distinct()
                .toList();
    }
}
