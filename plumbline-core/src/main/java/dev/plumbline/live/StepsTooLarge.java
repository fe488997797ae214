package dev.plumbline.live;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Trace;
import java.util.List;
import java.util.Locale;

/**
 * Steps change weights by more than a tenth, and the loss is no lower than at the start. Two such steps count: they may
 * drive every unit dead, and then nothing moves any more.
 */
final class StepsTooLarge implements Check<Trace> {
    private static final Rule RULE = new Rule(
            "learning-rate-too-high",
            Stage.OVERFIT,
            "The learning rate is too high",
            "RULES: log10 of update to weight outside -4 to -1 (TheDeepChecker); here only where the loss does not fall");

    private static final double RATIO = 0.1;
    private static final int FEWEST_STEPS = 3;
    private static final int FEWEST_LOSSES = 50;

    /** The loss counts as fallen from a tenth less. */
    private static final double FALL = 0.1;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Trace trace) {
        UpdateSizes updates = UpdateSizes.of(trace);
        LossLevels levels = LossLevels.of(trace);
        if (updates.count() < FEWEST_STEPS
                || levels.steps() < FEWEST_LOSSES
                || !(updates.secondLargest() > RATIO)
                || !levels.staysAboveFirst(FALL)) {
            return List.of();
        }
        return List.of(Finding.suspected(
                RULE,
                "training.optimizer",
                String.format(
                        Locale.ROOT,
                        "two of %d probed steps changed weights by %.0f %% at least, and the loss went from %.3g to %.3g",
                        updates.count(),
                        100 * updates.secondLargest(),
                        levels.first(),
                        levels.now()),
                "Steps that overshoot the valley climb its other side.",
                "Lower the learning rate by tens until the loss falls."));
    }
}
