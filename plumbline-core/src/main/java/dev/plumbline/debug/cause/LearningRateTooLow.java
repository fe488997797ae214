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

/** Steps are so small that training gets nowhere in the time it has. */
final class LearningRateTooLow implements Cause {
    private static final Rule RULE = new Rule(
            "learning-rate-too-low",
            Stage.OVERFIT,
            "The learning rate is too low",
            "D5: error plateaus -> raise the learning rate; RULES: below 1e-7 for Adam (UMLAUT)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    @Override
    public List<Finding> look(Setup setup) {
        Optimizer optimizer = setup.experiment().training().optimizer();
        double low = LearningRates.of(optimizer).low();
        return optimizer.learningRate() >= low
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        "training.optimizer",
                        "learning rate " + optimizer.learningRate() + " for " + optimizer.name() + ", usual from "
                                + low,
                        "Weights hardly move: Adam's go at most the learning rate times the number of steps.",
                        "Raise the learning rate by tens until the loss falls fast, then go back one step."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return LearningRates.higher(setup);
    }
}
