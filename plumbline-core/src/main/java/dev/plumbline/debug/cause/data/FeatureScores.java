package dev.plumbline.debug.cause.data;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Split;
import dev.plumbline.experiment.Task;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well each number of a row says the target by itself: the answer is the mean of the two nearest examples on either
 * side by that number, equal numbers as one group. At most 1,000 examples and 300 numbers are looked at.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FeatureScores(int[] columns, double[] scores, double constant) {
    private static final int MOST = 1_000;
    private static final int MOST_COLUMNS = 300;
    private static final int FEWEST = 50;

    static FeatureScores of(Dataset dataset, Split split) {
        if (dataset.task() == Task.MULTILABEL
                || split.size() < FEWEST
                || dataset.schema().outputs() > 50
                || !(split.inputs().get(0) instanceof FloatTensor inputs)) {
            return new FeatureScores(new int[0], new double[0], 0);
        }
        int[] rows = rows(split);
        double[] targets = targets(split, rows);
        boolean classes = split.targets() instanceof LongTensor;
        int[] columns = telling(inputs, rows, targets, classes);
        double[] scores = new double[columns.length];
        for (int c = 0; c < columns.length; c++) {
            double[] values = column(inputs, rows, columns[c]);
            scores[c] = OneFeature.of(values, targets, classes).leftOut();
        }
        return new FeatureScores(columns, scores, OneFeature.constant(targets, classes));
    }

    /** The columns that tell most by their means; all where they are few. */
    private static int[] telling(FloatTensor inputs, int[] rows, double[] targets, boolean classes) {
        int width = inputs.rowElements();
        if (width <= MOST_COLUMNS) {
            return IntStream.range(0, width).toArray();
        }
        double[] between = IntStream.range(0, width)
                .mapToDouble(c -> OneFeature.between(column(inputs, rows, c), targets, classes))
                .toArray();
        return IntStream.range(0, width)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -between[c]))
                .limit(MOST_COLUMNS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** What one column, learned from one split, scores in another. */
    static double of(Dataset dataset, Split learned, Split asked, int column) {
        FloatTensor known = (FloatTensor) learned.inputs().get(0);
        FloatTensor other = (FloatTensor) asked.inputs().get(0);
        int[] rows = rows(learned);
        int[] otherRows = rows(asked);
        boolean classes = dataset.task() == Task.CLASSIFICATION;
        return OneFeature.of(column(known, rows, column), targets(learned, rows), classes)
                .score(column(other, otherRows, column), targets(asked, otherRows));
    }

    private static int[] rows(Split split) {
        int count = Math.min(MOST, split.size());
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = (int) ((long) i * split.size() / count);
        }
        return rows;
    }

    private static double[] targets(Split split, int[] rows) {
        int width = split.targets() instanceof LongTensor ? 1 : split.targets().rowElements();
        return Arrays.stream(rows)
                .mapToDouble(row -> split.targets().get(row * width))
                .toArray();
    }

    private static double[] column(FloatTensor inputs, int[] rows, int column) {
        int width = inputs.rowElements();
        return Arrays.stream(rows)
                .mapToDouble(row -> inputs.values()[row * width + column])
                .toArray();
    }

    /** The column that scores best; -1 where none was looked at. */
    int best() {
        return Arrays.stream(order()).map(i -> columns[i]).findFirst().orElse(-1);
    }

    private int[] order() {
        return IntStream.range(0, columns.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    double score(int column) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] == column) {
                return scores[i];
            }
        }
        return 0;
    }

    /** What the best of the others scores; at least the constant answer. */
    double next(int column) {
        double next = constant;
        for (int i = 0; i < columns.length; i++) {
            next = columns[i] == column ? next : Math.max(next, scores[i]);
        }
        return next;
    }
}
