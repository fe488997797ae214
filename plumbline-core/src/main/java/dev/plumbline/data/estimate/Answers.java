package dev.plumbline.data.estimate;

import dev.plumbline.experiment.Task;

/**
 * What a simple model says of examples beside their targets.
 *
 * @param targets row-major, {@code outputs} wide: a 1 among zeros for a class
 * @param said likewise; for classes about the share of the votes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answers(Task task, double[] targets, double[] said, int outputs) {
    /** The number of examples. */
    public int size() {
        return targets.length / outputs;
    }

    /** The output with the largest number in a row. */
    private int largest(double[] values, int row) {
        int best = 0;
        for (int o = 1; o < outputs; o++) {
            best = values[row * outputs + o] > values[row * outputs + best] ? o : best;
        }
        return best;
    }

    /** The class of an example. */
    public int target(int row) {
        return largest(targets, row);
    }

    /** The class that is said of an example. */
    public int said(int row) {
        return largest(said, row);
    }

    /** How far the class that is said is ahead of the next one. */
    public double margin(int row) {
        int best = said(row);
        double second = Double.NEGATIVE_INFINITY;
        for (int o = 0; o < outputs; o++) {
            second = o == best ? second : Math.max(second, said[row * outputs + o]);
        }
        return said[row * outputs + best] - second;
    }

    /** Share of the right classes; else the mean share of variance explained, at least 0 for each output. */
    public double score() {
        if (task != Task.CLASSIFICATION) {
            return explained();
        }
        int right = 0;
        for (int row = 0; row < size(); row++) {
            right += said(row) == target(row) ? 1 : 0;
        }
        return size() == 0 ? 0 : (double) right / size();
    }

    private double explained() {
        double sum = 0;
        int varying = 0;
        for (int o = 0; o < outputs; o++) {
            double mean = 0;
            for (int row = 0; row < size(); row++) {
                mean += targets[row * outputs + o] / size();
            }
            double residual = 0;
            double total = 0;
            for (int row = 0; row < size(); row++) {
                int at = row * outputs + o;
                residual += (targets[at] - said[at]) * (targets[at] - said[at]);
                total += (targets[at] - mean) * (targets[at] - mean);
            }
            if (total > 0) {
                varying++;
                sum += Math.max(0, 1 - residual / total);
            }
        }
        return varying == 0 ? 0 : sum / varying;
    }

    /** What always giving the same answer would score: the most frequent class's share, or 0 of the variance. */
    public double constant() {
        if (task != Task.CLASSIFICATION || size() == 0) {
            return 0;
        }
        double most = 0;
        for (int o = 0; o < outputs; o++) {
            double count = 0;
            for (int row = 0; row < size(); row++) {
                count += targets[row * outputs + o];
            }
            most = Math.max(most, count / size());
        }
        return most;
    }

    /**
     * Whether the inputs tell something of the targets: better than the constant answer by more than four standard
     * errors, and by a tenth of what there is to gain; or, since a rare class moves no score, by more than three where
     * every class counts alike.
     */
    public boolean isBeyondChance() {
        return task == Task.CLASSIFICATION && findsRareClasses() || isBetterThanConstant();
    }

    private boolean findsRareClasses() {
        int[] count = new int[outputs];
        int[] right = new int[outputs];
        for (int row = 0; row < size(); row++) {
            count[target(row)]++;
            right[target(row)] += said(row) == target(row) ? 1 : 0;
        }
        int classes = 0;
        double recall = 0;
        double variance = 0;
        for (int k = 0; k < outputs; k++) {
            if (count[k] > 0) {
                classes++;
                recall += (double) right[k] / count[k];
                variance += 0.25 / count[k];
            }
        }
        double chance = 1.0 / Math.max(1, classes);
        return classes > 1
                && recall / classes > chance + Math.max(3 * Math.sqrt(variance) / classes, 0.1 * (1 - chance));
    }

    private boolean isBetterThanConstant() {
        double chance = constant();
        double error = task == Task.CLASSIFICATION
                ? Math.sqrt(Math.max(chance * (1 - chance), 1.0 / Math.max(1, size())) / Math.max(1, size()))
                : 2.0 / Math.sqrt(Math.max(1, size())) / 4;
        return score() > chance + Math.max(4 * error, 0.1 * (1 - chance));
    }
}
