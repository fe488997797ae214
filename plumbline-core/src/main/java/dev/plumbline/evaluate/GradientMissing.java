package dev.plumbline.evaluate;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A parameter that training should move, and to which no gradient came at any probed step. */
final class GradientMissing implements Check<Trace> {
    private static final Rule RULE = new Rule(
            "gradient-missing",
            Stage.EVALUATE,
            "No gradient reaches a trainable parameter",
            "D5; unchanged tensor over 3 to 5 steps (DeepLocalize, DeepDiagnosis, SageMaker Debugger)");

    /** One step may be an accident: a batch without an error, a sleeping ReLU. */
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
        Map<String, Integer> missing = new LinkedHashMap<>();
        for (Snapshot snapshot : snapshots) {
            for (ParameterView view : snapshot.parameters()) {
                if (view.trainable() && isNothing(view.gradient())) {
                    missing.merge(view.parameter(), 1, Integer::sum);
                }
            }
        }
        missing.values().removeIf(steps -> steps < snapshots.size());
        if (missing.isEmpty()) {
            return List.of();
        }
        return List.of(Finding.suspected(
                RULE,
                missing.keySet().stream().collect(Collectors.joining(", ")),
                "the gradient was absent or exactly 0 at all of " + snapshots.size() + " probed steps",
                "What gets no gradient stays as it was drawn: that part of the network does not learn.",
                "Look at what lies between it and the loss: an operator without a gradient, a dead ReLU, weights that are"
                        + " all zero, a branch that the output does not use."));
    }

    private static boolean isNothing(@Nullable Statistics gradient) {
        return gradient == null || (gradient.isFinite() && gradient.norm() == 0);
    }
}
