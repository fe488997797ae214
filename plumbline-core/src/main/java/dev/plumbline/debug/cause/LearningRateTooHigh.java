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
            "D5; RULES: above 0.01 for Adam (UMLAUT)");
    private static final double HIGH_FOR_ADAM = 0.01;
    /** Plain gradient descent is usual up to 0.1 (Google's tuning playbook); ten times that is a reason to look. */
    private static final double HIGH_FOR_SGD = 1;

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
        double high = high(optimizer);
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

    private static double high(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Sgd sgd) {
            return HIGH_FOR_SGD * (1 - 0.9 * sgd.momentum());
        }
        return LearningRates.areLarge(optimizer) ? HIGH_FOR_SGD : HIGH_FOR_ADAM;
    }

    @Override
    public List<String> edits(Setup setup) {
        return LearningRates.names(
                setup, rate -> rate < setup.experiment().training().optimizer().learningRate());
    }
}
