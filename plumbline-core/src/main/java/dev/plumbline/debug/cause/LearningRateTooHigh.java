package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Trace.Epoch;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Steps overshoot: the loss rises, swings or explodes, or every ReLU is driven dead and it stands still. */
final class LearningRateTooHigh implements Cause {
    private static final Rule RULE = new Rule(
            "learning-rate-too-high",
            Stage.OVERFIT,
            "The learning rate is too high",
            "D5; RULES: above 0.01 for Adam (UMLAUT); Google's tuning playbook");

    private static final double ABOVE_USUAL = 3;

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
        if (optimizer.learningRate() <= high) {
            return climbing(setup);
        }
        return List.of(Finding.suspected(
                RULE,
                "training.optimizer",
                "learning rate " + optimizer.learningRate() + " for " + optimizer.name() + ", usual up to "
                        + (float) high,
                "Steps that overshoot the valley climb its other side.",
                "Lower the learning rate by tens until the loss falls."));
    }

    /** A rate above the usual one, with which training ended no better than it began. */
    private static List<Finding> climbing(Setup setup) {
        Run run = setup.observed().training();
        Optimizer optimizer = setup.experiment().training().optimizer();
        double usual = LearningRates.of(optimizer).usual();
        if (run == null || optimizer.learningRate() < ABOVE_USUAL * usual || falls(run)) {
            return List.of();
        }
        return List.of(Symptom.of(
                setup,
                RULE,
                "training.optimizer",
                String.format(
                        Locale.ROOT,
                        "learning rate %s for %s, usual about %s, and the loss was no lower at the end than at the beginning",
                        optimizer.learningRate(),
                        optimizer.name(),
                        usual),
                "Steps that overshoot the valley climb its other side.",
                "Lower the learning rate by tens until the loss falls."));
    }

    private static boolean falls(Run run) {
        List<Epoch> epochs = run.trace().epochs();
        return epochs.size() > 1
                && !(run.outcome() instanceof Outcome.NotFinite)
                && epochs.get(epochs.size() - 1).trainLoss() < epochs.get(0).trainLoss();
    }

    @Override
    public List<String> edits(Setup setup) {
        return LearningRates.lower(setup);
    }
}
