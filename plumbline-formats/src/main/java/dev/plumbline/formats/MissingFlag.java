package dev.plumbline.formats;

import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 1 where the column's value is missing, 0 elsewhere: for a column whose gaps tell something about the target, which
 * filling them in would hide.
 */
record MissingFlag(Column source) implements Feature {
    /** Fewer gaps than this cannot tell anything. */
    private static final int FEWEST = 5;

    /** In standard errors; chance alone exceeds it once in 370 columns. */
    private static final double SIGNIFICANT = 3;

    @Override
    public List<String> names() {
        return List.of(source.name() + " missing");
    }

    @Override
    public void encode(Cells from, Rows to) {
        for (int i = 0; i < from.rows().length; i++) {
            to.set(i, 0, from.column().isMissing(from.rows()[i]) ? 1 : 0);
        }
    }

    /**
     * A flag, if the targets of the rows with a gap differ from those of the others by more than chance.
     *
     * @param targets the rows' encoded targets, in the rows' order
     */
    static Optional<MissingFlag> ifTelling(Cells train, Tensor targets) {
        int missing = train.missing();
        if (missing < FEWEST || train.rows().length - missing < FEWEST) {
            return Optional.empty();
        }
        List<double[]> indicators = targets instanceof LongTensor classes ? indicators(classes) : amounts(targets);
        boolean telling = indicators.stream().anyMatch(values -> differs(train, values));
        return telling ? Optional.of(new MissingFlag(train.column())) : Optional.empty();
    }

    /** For each class 1 where the example is of it. */
    private static List<double[]> indicators(LongTensor classes) {
        Map<Long, double[]> byClass = new HashMap<>();
        for (int i = 0; i < classes.length(); i++) {
            byClass.computeIfAbsent(classes.values()[i], c -> new double[classes.length()])[i] = 1;
        }
        return List.copyOf(byClass.values());
    }

    private static List<double[]> amounts(Tensor targets) {
        List<double[]> columns = new ArrayList<>();
        int width = targets.rowElements();
        for (int c = 0; c < width; c++) {
            double[] column = new double[targets.length()];
            for (int i = 0; i < column.length; i++) {
                column[i] = targets.get(i * width + c);
            }
            columns.add(column);
        }
        return columns;
    }

    /** Welch's statistic of the mean where missing against the mean elsewhere. */
    private static boolean differs(Cells train, double[] values) {
        double[] count = new double[2];
        double[] sum = new double[2];
        double[] squares = new double[2];
        for (int i = 0; i < values.length; i++) {
            int group = train.column().isMissing(train.rows()[i]) ? 1 : 0;
            count[group]++;
            sum[group] += values[i];
        }
        for (int i = 0; i < values.length; i++) {
            int group = train.column().isMissing(train.rows()[i]) ? 1 : 0;
            double deviation = values[i] - sum[group] / count[group];
            squares[group] += deviation * deviation;
        }
        double difference = Math.abs(sum[1] / count[1] - sum[0] / count[0]);
        double error = Math.sqrt(squares[0] / (count[0] * count[0]) + squares[1] / (count[1] * count[1]));
        return difference > SIGNIFICANT * error && difference > 0;
    }
}
