package dev.plumbline.report;

import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Knowledge;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How good the network's other outputs are, where they are trained too. */
public final class OtherOutputs {
    /**
     * One output on one split.
     *
     * @param output its name
     * @param metric accuracy, or the mean absolute error of amounts
     * @param loss its own mean loss, without its scale
     * @param repaired whether with the confirmed fix
     */
    public record Score(String output, SplitName split, Metric metric, double score, double loss, boolean repaired) {}

    private OtherOutputs() {}

    /** By output, split, and as it is before with the fix; empty where there is one output only. */
    public static List<Score> of(Diagnosis diagnosis) {
        Knowledge known = diagnosis.knowledge();
        List<Score> scores = new ArrayList<>();
        Run asItIs = known.training();
        Run repaired = known.repaired();
        if (asItIs != null) {
            scores.addAll(of(asItIs, false));
        }
        if (repaired != null) {
            scores.addAll(of(repaired, true));
        }
        return scores;
    }

    private static List<Score> of(Run run, boolean repaired) {
        List<Score> scores = new ArrayList<>();
        run.otherPredictions()
                .forEach((output, bySplit) -> new TreeMap<>(bySplit)
                        .forEach((split, predictions) -> scores.add(new Score(
                                output,
                                split,
                                metric(predictions),
                                predictions.score(metric(predictions)),
                                predictions.loss(),
                                repaired))));
        return scores;
    }

    private static Metric metric(Predictions predictions) {
        return predictions.task() == Task.REGRESSION ? Metric.MAE : Metric.ACCURACY;
    }

    /** As {@link #of}, by output. */
    static Map<String, List<Score>> byOutput(Diagnosis diagnosis) {
        Map<String, List<Score>> byOutput = new TreeMap<>();
        of(diagnosis)
                .forEach(score -> byOutput.computeIfAbsent(score.output(), o -> new ArrayList<>())
                        .add(score));
        return byOutput;
    }
}
