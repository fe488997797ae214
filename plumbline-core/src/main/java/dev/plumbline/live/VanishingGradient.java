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

/** Hardly any of the gradient at the last weights arrives at the first, and the loss does not fall. */
final class VanishingGradient implements Check<Trace> {
    private static final Rule RULE = new Rule(
            "vanishing-gradient",
            Stage.EVALUATE,
            "Gradients vanish on their way to the first layers",
            "RULES: first to last below 1e-3 and first below 1e-4 (AutoTrainer); here at all of the last probed steps and"
                    + " without a falling loss");

    private static final double RATIO = 1e-3;
    private static final double SIZE = 1e-4;
    private static final double FALL = 0.1;
    private static final int FEWEST_STEPS = 3;

    /** Fewer losses do not say whether they fall. */
    private static final int FEWEST_LOSSES = 30;

    /** Between two weights nothing vanishes. */
    private static final int FEWEST_WEIGHTS = 3;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Trace trace) {
        List<Snapshot> snapshots = trace.snapshots();
        LossLevels levels = LossLevels.of(trace);
        if (snapshots.size() < FEWEST_STEPS || levels.steps() < FEWEST_LOSSES || !levels.stays(FALL)) {
            return List.of();
        }
        List<Snapshot> late = snapshots.subList(snapshots.size() - FEWEST_STEPS, snapshots.size());
        if (!late.stream().allMatch(VanishingGradient::vanishes)) {
            return List.of();
        }
        List<ParameterView> weights = Weights.of(late.get(FEWEST_STEPS - 1));
        ParameterView first = weights.get(0);
        ParameterView last = weights.get(weights.size() - 1);
        return List.of(Finding.suspected(
                RULE,
                first.parameter(),
                String.format(
                        Locale.ROOT,
                        "root mean square of its gradient %.2g, of that of %s %.2g, and the loss stays at %.3g",
                        Weights.gradientSize(first),
                        last.parameter(),
                        Weights.gradientSize(last),
                        levels.now()),
                "The first layers do not learn, and what they lose the later ones cannot bring back.",
                "Use relu, gelu or tanh in place of sigmoid, initialize for the activation (`initialize=he`), add batch"
                        + " normalization (`batch-norm`) or skip connections, or take layers away."));
    }

    private static boolean vanishes(Snapshot snapshot) {
        List<ParameterView> weights = Weights.of(snapshot);
        if (weights.size() < FEWEST_WEIGHTS) {
            return false;
        }
        double first = Weights.gradientSize(weights.get(0));
        double last = Weights.gradientSize(weights.get(weights.size() - 1));
        return first > 0 && first < SIZE && first < RATIO * last;
    }
}
