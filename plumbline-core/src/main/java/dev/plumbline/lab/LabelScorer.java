package dev.plumbline.lab;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.experiment.Metric;

/** Any number of labels for each example. */
final class LabelScorer extends Scorer {
    private final Metric metric;
    private final boolean[] said;
    private final boolean[] truth;
    private final int labels;

    LabelScorer(Metric metric, Predictions predictions) {
        super(predictions.size());
        this.metric = metric;
        float[] outputs = predictions.outputs().values();
        float[] targets = ((FloatTensor) predictions.targets()).values();
        labels = predictions.outputs().rowElements();
        said = new boolean[outputs.length];
        truth = new boolean[outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            said[i] = outputs[i] > predictions.threshold();
            truth[i] = targets[i] > 0.5;
        }
    }

    @Override
    public double score(int[] indices) {
        int[] hits = new int[labels];
        int[] saidCounts = new int[labels];
        int[] trueCounts = new int[labels];
        int right = 0;
        for (int i : indices) {
            for (int k = 0; k < labels; k++) {
                boolean yes = said[i * labels + k];
                boolean is = truth[i * labels + k];
                hits[k] += yes && is ? 1 : 0;
                saidCounts[k] += yes ? 1 : 0;
                trueCounts[k] += is ? 1 : 0;
                right += yes == is ? 1 : 0;
            }
        }
        return metric == Metric.ACCURACY
                ? (double) right / ((double) indices.length * labels)
                : meanOverClasses(hits, saidCounts, trueCounts, true);
    }
}
