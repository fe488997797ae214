package dev.plumbline.start;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one number to improve. */
final class GoalChoice {
    private final Dataset dataset;
    private final List<Decision> decisions;

    GoalChoice(Dataset dataset, List<Decision> decisions) {
        this.dataset = dataset;
        this.decisions = decisions;
    }

    /** @param carried the metric that a model file is scored by; null where there is none */
    Goal choose(Draft draft, @Nullable Metric carried) {
        Goal given = draft.goal();
        if (carried != null && carried.suits(dataset.task()) && (given == null || !draft.metricGiven())) {
            decisions.add(new Decision("goal.metric", carried.label(), "what the model file is scored by", "D2"));
            return given == null ? Goal.of(carried) : given.withMetric(carried);
        }
        if (given == null) {
            return Goal.of(metric());
        }
        if (!draft.metricGiven()) {
            return given.withMetric(metric());
        }
        if (!given.metric().suits(dataset.task())) {
            String suitable = Arrays.stream(Metric.values())
                    .filter(m -> m.suits(dataset.task()))
                    .map(Metric::label)
                    .collect(Collectors.joining(", "));
            throw new UnusableInputException(
                    "goal.metric",
                    "a metric for " + dataset.task() + " (" + suitable + ")",
                    "\"" + given.metric() + "\"",
                    "Set `goal.metric: " + Metric.byDefault(dataset.task()) + "`, or set `task` if it is another one.");
        }
        return given;
    }

    private Metric metric() {
        double ratio = dataset.task() == Task.CLASSIFICATION ? ClassImbalance.ratio(counts()) : 1;
        boolean imbalanced = ratio > ClassImbalance.RATIO;
        Metric metric = imbalanced ? Metric.BALANCED_ACCURACY : Metric.byDefault(dataset.task());
        String reason = switch (metric) {
            case BALANCED_ACCURACY ->
                "the most frequent class has " + Figures.number(ratio)
                        + " examples for one of the least frequent; accuracy would praise who always says it";
            case RMSE -> "in the target's own unit";
            default ->
                dataset.task() == Task.CLASSIFICATION
                        ? "the share of examples that are right; classes are about equally frequent (at most "
                                + Figures.number(ratio) + " to 1)"
                        : dataset.task() == Task.TAGGING
                                ? "the share of positions that are right"
                                : "the share of labels that are right";
        };
        decisions.add(new Decision("goal.metric", metric.label(), reason, "W4"));
        return metric;
    }

    private List<Integer> counts() {
        int[] counts = new int[dataset.schema().outputs()];
        for (long k : ((LongTensor) dataset.train().targets()).values()) {
            counts[(int) k] += k == Schema.NO_CLASS ? 0 : 1;
        }
        List<Integer> list = new ArrayList<>();
        Arrays.stream(counts).forEach(list::add);
        return list;
    }
}
