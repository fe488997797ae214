package dev.plumbline.zoo.score;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Test scores of one case's full trainings.
 *
 * @param id of the case
 * @param metric by name
 * @param values one a seed; NaN where a training came to nothing
 */
public record Scores(String id, String metric, List<Double> values) {
    /** Points of a share that matter. */
    private static final double POINTS = 0.02;
    /** Share of an error with a unit that matters. */
    private static final double SHARE = 0.05;

    public Scores {
        values = List.copyOf(values);
    }

    /** Whether even the best seed is worse than a healthy twin's worst one, by more than what matters. */
    public boolean isWorseThan(Scores healthy) {
        double best = errors().stream().mapToDouble(e -> e).min().orElse(Double.NaN);
        double worst = healthy.errors().stream().mapToDouble(e -> e).max().orElse(Double.NaN);
        return best - worst > healthy.margin();
    }

    /** Whether the mean is within what matters of a healthy twin's, or better. */
    public boolean isAsGoodAs(Scores healthy) {
        return meanError() - healthy.meanError() <= healthy.margin();
    }

    private double margin() {
        return isAmount() ? SHARE * meanError() : POINTS;
    }

    /** The mean score; NaN if one is. */
    public double mean() {
        return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }

    private double meanError() {
        return errors().stream().mapToDouble(e -> e).average().orElse(Double.NaN);
    }

    private boolean isAmount() {
        return metric.equals("rmse") || metric.equals("mae");
    }

    /** Less is better; what came to nothing is as bad as can be. */
    private List<Double> errors() {
        return values.stream()
                .map(score -> Double.isNaN(score) ? 1e30 : isAmount() ? score : 1 - score)
                .toList();
    }

    /** One line: id, metric and scores, tabs between. */
    public String line() {
        String scores =
                values.stream().map(v -> String.format(Locale.ROOT, "%.4f", v)).collect(Collectors.joining(" "));
        return id + "\t" + metric + "\t" + scores;
    }

    /** Reads {@link #line}. */
    public static Scores parse(String line) {
        String[] cells = line.split("\t", -1);
        return new Scores(
                cells[0],
                cells[1],
                Arrays.stream(cells[2].split(" ")).map(Double::valueOf).toList());
    }
}
