package dev.plumbline.debug.cause.data;

import dev.plumbline.data.SplitName;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.FullTrainingCause;
import dev.plumbline.experiment.DataEdit;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.intervention.WeighClasses;
import dev.plumbline.lab.Run;
import dev.plumbline.start.ClassImbalance;
import java.util.ArrayList;
import java.util.List;

/** Class imbalance as a cause: the network lowers its loss by saying the frequent class, and misses the rare ones. */
final class RareClassesLost implements FullTrainingCause {
    private static final Rule RULE = new Rule(
            "class-imbalance",
            Stage.COMPARE,
            "Rare classes are lost to frequent ones",
            "W4; Google, Machine Learning Crash Course, Imbalanced datasets; King and Zeng, 2001, for the weights");
    /** Points between accuracy and its mean over classes. */
    private static final double LOST = 0.1;

    private static final double LARGEST_WEIGHT = 20;

    @Override
    public Rule rule() {
        return RULE;
    }

    private static boolean imbalanced(Setup setup) {
        LossPlan loss = setup.experiment().training().loss();
        return setup.experiment().task() == Task.CLASSIFICATION
                && loss.weights().isEmpty()
                && !setup.experiment().data().edits().contains(DataEdit.Repair.BALANCE)
                && ClassImbalance.ratio(setup.profile().train().classCounts()) > ClassImbalance.RATIO;
    }

    @Override
    public List<Finding> look(Setup setup) {
        if (!imbalanced(setup)) {
            return List.of();
        }
        Run training = setup.observed().training();
        double lost = training == null ? 0 : lost(training);
        String seen = "the most frequent class has "
                + Figures.number(ClassImbalance.ratio(setup.profile().train().classCounts()))
                + " times the examples of the rarest"
                + (lost > LOST ? "; balanced accuracy is " + Figures.percent(lost) + " below accuracy" : "");
        return List.of(Finding.suspected(
                        RULE,
                        "target " + setup.dataset().schema().target(),
                        seen,
                        "The loss falls fastest by saying the frequent class, so that rare ones are hardly learned.",
                        "Weigh rare classes more in the loss, or repeat their examples (`balance`).")
                .withSeverity(lost > LOST ? Severity.WARNING : Severity.INFO));
    }

    private static double lost(Run training) {
        return training.predictions(SplitName.VALIDATION)
                .map(p -> p.score(Metric.ACCURACY) - p.score(Metric.BALANCED_ACCURACY))
                .orElse(0.0);
    }

    @Override
    public List<String> edits(Setup setup) {
        if (!imbalanced(setup)) {
            return List.of();
        }
        Loss loss = setup.experiment().training().loss().loss();
        boolean weighed = loss == Loss.CROSS_ENTROPY || loss == Loss.NLL;
        List<String> edits = new ArrayList<>();
        if (weighed) {
            edits.add(WeighClasses.of(weights(setup.profile().train().classCounts()))
                    .name());
        }
        edits.add("balance");
        return edits;
    }

    /** Inverse to the classes' frequency, at most 20 times the smallest, in two digits. */
    private static List<Double> weights(List<Integer> counts) {
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
        return counts.stream()
                .map(count -> Math.min(LARGEST_WEIGHT, (double) most / Math.max(1, count)))
                .map(weight -> Math.round(10 * weight) / 10.0)
                .toList();
    }
}
