package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Statistics;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Regression targets far from the unit scale that a fresh network's outputs have. */
final class TargetsNotNormalized implements Cause {
    private static final Rule RULE = new Rule(
            "targets-not-normalized",
            Stage.OVERFIT,
            "Regression targets are not normalized",
            "S4 for the output; Karpathy's recipe: start the last bias at the target's mean");
    private static final double FAR = 10;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    private static boolean raw(Setup setup) {
        return setup.experiment().task() == Task.REGRESSION
                && setup.experiment().training().loss().loss().isOfDifferences()
                && setup.experiment().data().targetNormalization() == Normalization.NONE;
    }

    @Override
    public List<Finding> look(Setup setup) {
        Statistics target = setup.profile().train().target();
        boolean far = Math.abs(target.mean()) > FAR || target.deviation() > FAR || target.deviation() < 1 / FAR;
        return !raw(setup) || !far
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        "data.target-normalization",
                        String.format(
                                Locale.ROOT,
                                "none, and targets have mean %.4g and standard deviation %.4g in train",
                                target.mean(),
                                target.deviation()),
                        "A fresh network says about 0 give or take 1; the way to the targets is long, or the loss huge.",
                        "Standardize the targets in training; predictions are taken back to their unit."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return raw(setup) ? List.of("target-normalization=standardize") : List.of();
    }
}
