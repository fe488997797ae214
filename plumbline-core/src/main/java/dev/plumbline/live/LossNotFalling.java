package dev.plumbline.live;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Trace;
import java.util.List;
import java.util.Locale;

/** After a couple of hundred steps the loss is where it was, or above. A plateau further down is no fault. */
final class LossNotFalling implements Check<Trace> {
    private static final Rule RULE = new Rule(
            "loss-not-falling",
            Stage.EVALUATE,
            "The loss does not fall",
            "RULES: less than 5 % lower (TheDeepChecker), here since the start and after 200 steps");

    private static final int FEWEST_STEPS = 200;
    private static final double FALL = 0.05;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Trace trace) {
        LossLevels levels = LossLevels.of(trace);
        if (levels.steps() < FEWEST_STEPS || !levels.stays(FALL)) {
            return List.of();
        }
        return List.of(Finding.suspected(
                RULE,
                "training",
                String.format(
                        Locale.ROOT,
                        "%.3g over the first steps, %.3g after %d",
                        levels.start(),
                        levels.now(),
                        levels.steps()),
                "A network that learns loses most of its loss early.",
                "Overfit one batch (`plumbline overfit`): where even that fails, something is wrong with loss, gradients or"
                        + " learning rate; where it works, look at the labels."));
    }
}
