package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** So much of each label is spread over all classes that hardly anything tells the right one from the others. */
final class LabelSmoothingTooStrong implements Cause {
    private static final Rule RULE = new Rule(
            "label-smoothing-too-strong",
            Stage.OVERFIT,
            "Labels are smoothed almost away",
            "D1: regularization too strong; Szegedy et al., 2016, and Müller, Kornblith and Hinton, 2019, smooth by 0.05 to 0.1");
    /** Three times what is usual. */
    private static final double STRONG = 0.3;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    private static double smoothing(Setup setup) {
        return setup.experiment().training().loss().setting(LossPlan.LABEL_SMOOTHING);
    }

    @Override
    public List<Finding> look(Setup setup) {
        double smoothing = smoothing(setup);
        if (smoothing < STRONG) {
            return List.of();
        }
        return List.of(Finding.suspected(
                RULE,
                "training.loss.label-smoothing",
                smoothing + ": so much of each label is shared by all classes, usual are 0.05 to 0.1",
                "What is left of the difference between right and wrong is small against the noise of the batches.",
                "Set it to 0.1 or leave it out."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return smoothing(setup) < STRONG ? List.of() : List.of("without-label-smoothing");
    }
}
