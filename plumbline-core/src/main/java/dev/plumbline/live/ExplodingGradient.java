package dev.plumbline.live;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.List;
import java.util.Locale;

/** Gradients beyond anything that a step can use, or a hundred times what they were and larger than the weights. */
final class ExplodingGradient implements Check<Trace> {
    private static final Rule RULE = new Rule(
            "exploding-gradient",
            Stage.EVALUATE,
            "Gradients explode",
            "RULES: mean absolute gradient above 1e6 (TheDeepChecker), ratio above 70 (AutoTrainer)");

    private static final double SIZE = 1e6;
    private static final double GROWTH = 100;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Trace trace) {
        List<Snapshot> snapshots = trace.snapshots();
        if (snapshots.size() < 2) {
            return List.of();
        }
        Snapshot last = snapshots.get(snapshots.size() - 1);
        Snapshot before = snapshots.get(snapshots.size() - 2);
        for (ParameterView view : last.parameters()) {
            double size = Weights.gradientSize(view);
            if (size > SIZE && Double.isFinite(size)) {
                return List.of(
                        finding(view.parameter(), last, String.format(Locale.ROOT, "root mean square %.3g", size)));
            }
        }
        double start = Weights.totalGradient(snapshots.get(0));
        if (start > 0 && hasGrown(before, start) && hasGrown(last, start)) {
            return List.of(finding(
                    "all gradients",
                    last,
                    String.format(
                            Locale.ROOT,
                            "%.3g together, %.0f times the first step's and more than the weights' %.3g",
                            Weights.totalGradient(last),
                            Weights.totalGradient(last) / start,
                            Weights.totalValue(last))));
        }
        return List.of();
    }

    private static boolean hasGrown(Snapshot snapshot, double start) {
        double now = Weights.totalGradient(snapshot);
        return now > GROWTH * start && now > Weights.totalValue(snapshot);
    }

    private static Finding finding(String subject, Snapshot snapshot, String seen) {
        return Finding.suspected(
                RULE,
                subject,
                "step " + snapshot.step() + ": " + seen,
                "One such step throws away what was learned, and soon something is infinite.",
                "Bring targets and inputs to a scale near 1, lower the learning rate, clip gradients (`clip-norm=1`), or"
                        + " initialize smaller.");
    }
}
