package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Steps overshoot: the loss rises, swings or explodes, or every ReLU is driven dead and it stands still. */
final class LearningRateTooHigh implements Cause {
    private static final Rule RULE = new Rule(
            "learning-rate-too-high",
            Stage.OVERFIT,
            "The learning rate is too high",
            "D5; RULES: above 0.01 for Adam (UMLAUT); Google's tuning playbook");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    @Override
    public List<Finding> look(Setup setup) {
        Optimizer optimizer = setup.experiment().training().optimizer();
        double high = LearningRates.of(optimizer).high();
        return optimizer.learningRate() <= high
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        "training.optimizer",
                        "learning rate " + optimizer.learningRate() + " for " + optimizer.name() + ", usual up to "
                                + high,
                        "Steps that overshoot the valley climb its other side.",
                        "Lower the learning rate by tens until the loss falls."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return LearningRates.lower(setup);
    }
}
