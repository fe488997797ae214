package dev.plumbline.cli.tune.page;

import static dev.plumbline.report.chart.Markup.at;

import dev.plumbline.report.chart.Markup;
import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialRecord;
import java.util.List;

/**
 * What the scores near by are, over two settings: ranks of the trials, averaged with Gaussian weights in the settings'
 * own scales. It draws what is known and says nothing where no trial is near.
 *
 * @param ranks by row and column, 0 for the worst to 1 for the best; NaN where no trial is near
 */
@SuppressWarnings("ArrayRecordComponent") // drawn at once, never compared
record Levels(double[][] ranks) {
    private static final int CELLS = 22;
    private static final double WIDTH = 0.09;
    /** A trial further away than about two and a half widths tells nothing. */
    private static final double LEAST = 0.05;

    static Levels of(Shown shown, Direction direction, Axis x, Axis y) {
        List<TrialRecord> trials = shown.complete();
        double[] rank = new double[trials.size()];
        for (int i = 0; i < rank.length; i++) {
            double loss = direction.loss(trials.get(i).values().get(0));
            long better = trials.stream()
                    .filter(t -> direction.loss(t.values().get(0)) < loss)
                    .count();
            rank[i] = 1 - (double) better / Math.max(1, rank.length - 1);
        }
        double[][] ranks = new double[CELLS][CELLS];
        for (int r = 0; r < CELLS; r++) {
            for (int c = 0; c < CELLS; c++) {
                ranks[r][c] = near(trials, rank, x, y, (c + 0.5) / CELLS, (r + 0.5) / CELLS);
            }
        }
        return new Levels(ranks);
    }

    private static double near(List<TrialRecord> trials, double[] rank, Axis x, Axis y, double across, double up) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < rank.length; i++) {
            double dx = (x.place().applyAsDouble(trials.get(i)) - across) / WIDTH;
            double dy = (y.place().applyAsDouble(trials.get(i)) - up) / WIDTH;
            double weight = Math.exp(-(dx * dx + dy * dy) / 2);
            if (Double.isFinite(weight)) {
                sum += weight * rank[i];
                weights += weight;
            }
        }
        return weights < LEAST ? Double.NaN : sum / weights;
    }

    void write(Markup html, Plot plot) {
        double wide = (plot.across(1) - plot.across(0)) / CELLS;
        double high = (plot.down(0) - plot.down(1)) / CELLS;
        for (int r = 0; r < CELLS; r++) {
            for (int c = 0; c < CELLS; c++) {
                if (!Double.isNaN(ranks[r][c])) {
                    html.leaf(
                            "rect",
                            "class",
                            "level",
                            "x",
                            at(plot.across((double) c / CELLS)),
                            "y",
                            at(plot.down((r + 1.0) / CELLS)),
                            "width",
                            at(wide),
                            "height",
                            at(high),
                            "fill-opacity",
                            Math.round(ranks[r][c] * ranks[r][c] * 55) / 100.0 + "");
                }
            }
        }
    }
}
