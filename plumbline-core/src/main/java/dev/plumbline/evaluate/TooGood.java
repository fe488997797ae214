package dev.plumbline.evaluate;

import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import java.util.List;

/**
 * Validation is clearly easier than train. Both are scored in evaluation mode with the same parameters, so dropout and
 * batch normalization do not explain it.
 */
final class TooGood implements Check<Run> {
    private static final Rule RULE = new Rule(
            "too-good",
            Stage.EVALUATE,
            "Validation is better than train",
            "UMLAUT: validation above train by more than 0.05; here beyond the noise at 99 % as well");

    /** UMLAUT's bound for shares; for other metrics a tenth of the train error. */
    private static final double POINTS = 0.05;

    private static final double RELATIVE = 0.1;

    private static final Bootstrap STRICT = new Bootstrap(1_000, 0.99, 0);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Run run) {
        Predictions train = run.predictions().get(SplitName.TRAIN);
        Predictions validation = run.predictions().get(SplitName.VALIDATION);
        if (train == null || validation == null) {
            return List.of();
        }
        Metric metric = run.experiment().goal().metric();
        Interval advantage = Differences.ofPredictions(STRICT, train, validation, metric);
        double bound = metric.isShare() ? POINTS : RELATIVE * metric.error(train.score(metric));
        if (!(advantage.value() > bound && advantage.low() > 0)) {
            return List.of();
        }
        Amounts amounts = new Amounts(metric.isShare() ? Amounts.POINTS : metric.label());
        return List.of(Finding.suspected(
                RULE,
                "validation",
                "its error is " + amounts.text(advantage) + " lower than train's (" + validation.size() + " and "
                        + train.size() + " examples, 99 % interval)",
                "Unseen examples cannot be easier than those learned, unless validation holds easier ones or leaked ones.",
                "Look for duplicates of train in validation, for examples sorted before the split, and for a feature that"
                        + " holds the target; compare the class frequencies of the two."));
    }
}
