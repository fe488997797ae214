package dev.plumbline.compare;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Stratified;
import dev.plumbline.experiment.Task;
import java.util.Arrays;
import java.util.Locale;

/**
 * Answers with the mean target of the k nearest train examples by Euclidean distance, which for classes is a vote.
 * Train and the split are thinned out at random so that it takes a second or two.
 */
final class NearestNeighbours implements Baseline {
    /** Multiplications that take about a second. */
    private static final long MOST_WORK = 1_500_000_000L;

    private static final int MOST_ASKED = 1_000;
    /** Distances are given up in steps of so many elements. */
    private static final int STRIDE = 16;

    private final int k;

    NearestNeighbours(int k) {
        this.k = k;
    }

    @Override
    public String name(Task task) {
        return k == 1 ? "nearest neighbour" : k + " nearest neighbours";
    }

    @Override
    public Answer answer(Dataset dataset, SplitName name) {
        Split asked = thinned(dataset.split(name).orElseThrow(), MOST_ASKED);
        Rows queries = Rows.of(asked, dataset.schema());
        long most = Math.max(k, MOST_WORK / Math.max(1L, (long) asked.size() * queries.width()));
        Split known =
                stratified(dataset.train(), (int) Math.min(most, dataset.train().size()));
        Rows rows = Rows.of(known, dataset.schema());
        int outputs = dataset.schema().outputs();
        double[] targets = Targets.numbers(known, outputs);
        int neighbours = Math.min(k, known.size());
        double[] answers = new double[asked.size() * outputs];
        for (int query = 0; query < asked.size(); query++) {
            int[] nearest = nearest(rows, queries, query, neighbours);
            for (int rank = 0; rank < neighbours; rank++) {
                // a hair more for the nearer one, which breaks a tie of votes
                double weight = (1.0 + (dataset.task() == Task.CLASSIFICATION ? 1e-3 / (rank + 1) : 0)) / neighbours;
                for (int o = 0; o < outputs; o++) {
                    answers[query * outputs + o] += weight * targets[nearest[rank] * outputs + o];
                }
            }
        }
        String how = String.format(
                Locale.ROOT,
                "Takes the %s of the %s most alike of %,d train examples%s.",
                dataset.task() == Task.REGRESSION ? "mean target" : "answer",
                k == 1 ? "one" : String.valueOf(k),
                known.size(),
                asked.size() < dataset.split(name).orElseThrow().size()
                        ? String.format(Locale.ROOT, "; scored on %,d of the split", asked.size())
                        : "");
        return new Answer(Targets.predictions(dataset.task(), answers, asked, outputs), how);
    }

    private static Split thinned(Split split, int most) {
        if (split.size() <= most) {
            return split;
        }
        // not stratified: an unbiased part of the split
        FloatTensor any = FloatTensor.of(new float[split.size()], split.size());
        return split.pick(Stratified.choose(any, most, 0));
    }

    private static Split stratified(Split split, int count) {
        return count >= split.size() ? split : split.pick(Stratified.choose(split.targets(), count, 0));
    }

    /** The nearest rows, nearest first. */
    private static int[] nearest(Rows rows, Rows queries, int query, int count) {
        int[] nearest = new int[count];
        double[] distances = new double[count];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int row = 0; row < rows.count(); row++) {
            double distance = distance(rows, row, queries, query, distances[count - 1]);
            if (distance >= distances[count - 1]) {
                continue;
            }
            int rank = count - 1;
            while (rank > 0 && distances[rank - 1] > distance) {
                distances[rank] = distances[rank - 1];
                nearest[rank] = nearest[rank - 1];
                rank--;
            }
            distances[rank] = distance;
            nearest[rank] = row;
        }
        return nearest;
    }

    /** Squared; anything above the limit once it is known to be. */
    private static double distance(Rows rows, int row, Rows queries, int query, double limit) {
        float[] one = rows.values();
        float[] other = queries.values();
        int a = rows.start(row);
        int b = queries.start(query);
        double sum = 0;
        for (int from = 0; from < rows.width() && sum < limit; from += STRIDE) {
            int to = Math.min(from + STRIDE, rows.width());
            for (int i = from; i < to; i++) {
                double difference = one[a + i] - other[b + i];
                sum += difference * difference;
            }
        }
        return sum;
    }
}
