package dev.plumbline.lab;

import dev.plumbline.data.Schema;
import dev.plumbline.experiment.Metric;

/**
 * One class for each example or for each of its positions: its metrics are all functions of the counts of hits, of
 * classes said and of true ones.
 */
final class ClassScorer extends Scorer {
    private final Metric metric;
    private final int[] said;
    private final int[] truth;
    private final int positions;
    private final int classes;

    ClassScorer(Metric metric, Predictions predictions) {
        super(predictions.size());
        this.metric = metric;
        said = predictions.classes();
        truth = predictions.targetClasses();
        positions = predictions.size() == 0 ? 1 : truth.length / predictions.size();
        int most = Math.max(2, predictions.outputs().shape().get(-1));
        for (int k : truth) {
            most = Math.max(most, k + 1);
        }
        classes = most;
    }

    @Override
    public double score(int[] indices) {
        int[] hits = new int[classes];
        int[] saidCounts = new int[classes];
        int[] trueCounts = new int[classes];
        int right = 0;
        int counted = 0;
        for (int index : indices) {
            for (int i = index * positions; i < (index + 1) * positions; i++) {
                if (truth[i] == Schema.NO_CLASS) {
                    continue;
                }
                counted++;
                saidCounts[said[i]]++;
                trueCounts[truth[i]]++;
                if (said[i] == truth[i]) {
                    hits[truth[i]]++;
                    right++;
                }
            }
        }
        return metric == Metric.ACCURACY
                ? (double) right / counted
                : meanOverClasses(hits, saidCounts, trueCounts, metric == Metric.F1);
    }
}
