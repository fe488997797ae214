package dev.plumbline.debug.cause.data;

import dev.plumbline.data.SplitName;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.FullTrainingCause;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.lab.Run;
import java.util.List;

/** Accuracy where one class has nearly all examples: always saying it scores as well as knowing. */
final class MetricUnsuited implements FullTrainingCause {
    private static final Rule RULE = new Rule(
            "metric-unsuited",
            Stage.COMPARE,
            "The metric does not tell what was learned",
            "RULES: loss against metric; Provost, Fawcett and Kohavi, The Case Against Accuracy Estimation, 1998");
    /** Always saying the frequent class is then right for nine in ten. */
    private static final double MOST = 0.9;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Integer> counts = setup.profile().train().classCounts();
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        double share = (double) most / Math.max(1, setup.profile().train().examples());
        Metric metric = setup.experiment().goal().metric();
        if (setup.experiment().task() != Task.CLASSIFICATION || metric != Metric.ACCURACY || share <= MOST) {
            return List.of();
        }
        Run training = setup.observed().training();
        String balanced = training == null
                ? ""
                : training.predictions(SplitName.VALIDATION)
                        .map(p -> "; the network's accuracy on validation is "
                                + Figures.percent(p.score(Metric.ACCURACY)) + ", its balanced accuracy "
                                + Figures.percent(p.score(Metric.BALANCED_ACCURACY)))
                        .orElse("");
        return List.of(new Finding(
                RULE,
                Severity.WARNING,
                Status.CONFIRMED,
                "goal.metric",
                "accuracy, and always saying "
                        + Figures.className(setup.dataset().schema(), counts.indexOf(most)) + " is right for "
                        + Figures.percent(share) + " of train" + balanced,
                "A good score may mean that nothing was learned, and better networks may score no better.",
                "counted in the train split",
                "Set `goal.metric: balanced-accuracy`, or f1."));
    }

    /** What is judged by is for the person to say. */
    @Override
    public List<String> edits(Setup setup) {
        return List.of();
    }
}
