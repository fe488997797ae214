package dev.plumbline.evaluate;

import dev.plumbline.evaluate.Decomposition.Measure;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Metric;
import java.util.Locale;

/** What is said where the goal is met. */
final class GoalText {
    private GoalText() {}

    static String met(Goal goal, Measure last) {
        Metric metric = goal.metric();
        double score = metric.score(last.error().value());
        double worst = metric.score(last.error().high());
        String text = "The goal is met: " + metric.label() + " " + number(score) + " on " + last.name() + ", asked for "
                + number(goal.target() == null ? Double.NaN : goal.target()) + ". Nothing needs to be decided.";
        boolean sure = Double.isNaN(worst) || goal.metBy(worst);
        return sure
                ? text
                : text + " With " + last.examples() + " examples it could also be " + number(worst)
                        + ", which would miss it: the margin is within the noise.";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
