package dev.plumbline.live;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Trace;
import java.util.List;
import java.util.Locale;

/** Steps move weights by less than a hundred thousandth, and the loss hardly falls. */
final class StepsTooSmall implements Check<Trace> {
    private static final Rule RULE = new Rule(
            "learning-rate-too-low",
            Stage.OVERFIT,
            "The learning rate is too low",
            "RULES: log10 of update to weight outside -4 to -1 (TheDeepChecker); a tenth of that, where the loss hardly"
                    + " falls");

    private static final double RATIO = 1e-5;
    private static final int FEWEST_STEPS = 3;
    private static final int FEWEST_LOSSES = 100;
    private static final double FALL = 0.05;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Trace trace) {
        UpdateSizes updates = UpdateSizes.ofPushed(trace);
        LossLevels levels = LossLevels.of(trace);
        if (updates.count() < FEWEST_STEPS
                || levels.steps() < FEWEST_LOSSES
                || !updates.moved()
                || !(updates.median() < RATIO)
                || !levels.stays(FALL)) {
            return List.of();
        }
        return List.of(Finding.suspected(
                RULE,
                "training.optimizer",
                String.format(
                        Locale.ROOT,
                        "a step changes weights by a part of %.1g (median of %d probed steps), and the loss went from %.3g"
                                + " to %.3g in %d steps",
                        updates.median(),
                        updates.count(),
                        levels.start(),
                        levels.now(),
                        levels.steps()),
                "At this pace no training is long enough.",
                "Raise the learning rate by tens until the loss falls; look for a schedule or a clipping that takes it"
                        + " away."));
    }
}
