package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.training.Ending;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Run;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Steps are so small that training gets nowhere in the time it has. */
final class LearningRateTooLow implements Cause {
    private static final Rule RULE = new Rule(
            "learning-rate-too-low",
            Stage.OVERFIT,
            "The learning rate is too low",
            "D5: error plateaus -> raise the learning rate; RULES: below 1e-7 for Adam (UMLAUT)");

    private static final double BELOW_USUAL = 3;

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
        if (optimizer.learningRate() >= low) {
            return crawling(setup);
        }
        return List.of(Finding.suspected(
                RULE,
                "training.optimizer",
                "learning rate " + optimizer.learningRate() + " for " + optimizer.name() + ", usual from " + low,
                "Weights hardly move: Adam's go at most the learning rate times the number of steps.",
                "Raise the learning rate by tens until the loss falls fast, then go back one step."));
    }

    /** A rate below the usual one, with which training was still on its way down when it ended. */
    private static List<Finding> crawling(Setup setup) {
        Run run = setup.observed().training();
        Optimizer optimizer = setup.experiment().training().optimizer();
        double usual = LearningRates.of(optimizer).usual();
        if (run == null
                || optimizer.learningRate() > usual / BELOW_USUAL
                || !Ending.of(run).isStillFalling()) {
            return List.of();
        }
        return List.of(Symptom.of(
                setup,
                RULE,
                "training.optimizer",
                String.format(
                        Locale.ROOT,
                        "learning rate %s for %s, usual about %s, and the loss was still falling at the end",
                        optimizer.learningRate(),
                        optimizer.name(),
                        usual),
                "Steps are so small that training gets nowhere in the time it has.",
                "Raise the learning rate by tens until the loss falls fast, then go back one step."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return LearningRates.higher(setup);
    }
}
