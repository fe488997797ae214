package dev.plumbline.compare;

import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.Metric;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Scores and their differences as findings say them. */
final class Scores {
    private Scores() {}

    static String text(Metric metric, double score) {
        return metric.isShare() && metric != Metric.R2
                ? String.format(Locale.ROOT, "%.1f %%", 100 * score)
                : String.format(Locale.ROOT, "%.4g", score);
    }

    static String list(Metric metric, List<Double> scores) {
        return scores.stream().map(s -> text(metric, s)).collect(Collectors.joining(" and "));
    }

    /** {@code 5.6 points (95 %: 3.1 to 8.2)}. */
    static String gap(Metric metric, Interval gap) {
        boolean points = metric.isShare() && metric != Metric.R2;
        double unit = points ? 100 : 1;
        return String.format(
                Locale.ROOT,
                points ? "%.1f points (95 %%: %.1f to %.1f)" : "%.4g (95 %%: %.4g to %.4g)",
                unit * gap.value(),
                unit * gap.low(),
                unit * gap.high());
    }
}
