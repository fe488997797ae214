package dev.plumbline.evaluate;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A ReLU that gives 0 for almost every unit and example, and goes on doing so. */
final class DeadUnits implements Check<Trace> {
    private static final Rule RULE = new Rule(
            "dead-units",
            Stage.EVALUATE,
            "Almost all units of a layer are dead",
            "dying ReLU (Lu et al., 2020); the share is stricter than AutoTrainer's 0.7, which healthy networks reach");

    /** Healthy ReLU layers give 0 for half to nine tenths; a dead one learns no more. */
    private static final double SHARE = 0.98;

    private static final int FEWEST_STEPS = 3;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Trace trace) {
        List<Snapshot> snapshots = trace.snapshots();
        if (snapshots.size() < FEWEST_STEPS) {
            return List.of();
        }
        List<Snapshot> late = snapshots.subList(snapshots.size() / 2, snapshots.size());
        List<Finding> findings = new ArrayList<>();
        for (NodeView node : late.get(late.size() - 1).nodes()) {
            double least = leastZeroShare(node.node(), late);
            if (node.operator().equals("Relu") && least >= SHARE) {
                findings.add(finding(node, least, late.size()));
            }
        }
        return findings;
    }

    private static double leastZeroShare(String node, List<Snapshot> snapshots) {
        return snapshots.stream()
                .flatMap(s -> s.nodes().stream())
                .filter(n -> n.node().equals(node))
                .mapToDouble(n -> n.value().zeroShare())
                .min()
                .orElse(0);
    }

    private static Finding finding(NodeView node, double share, int steps) {
        return Finding.suspected(
                RULE,
                node.node(),
                String.format(
                        Locale.ROOT,
                        "at least %.1f %% of its outputs were 0 at the last %d probed steps",
                        100 * share,
                        steps),
                "A ReLU that gives 0 passes no gradient: its units cannot come back by training.",
                "Lower the learning rate (too large a step kills units), initialize by He (`initialize=he`), normalize the"
                        + " inputs, or use `leaky-relu`.");
    }
}
