package dev.plumbline.report.chart;

import static dev.plumbline.report.chart.Markup.at;

import dev.plumbline.lab.Statistics;

/**
 * A tensor's values in the space of a word: a line from smallest to largest, a box one standard deviation around the
 * mean, on an axis that is linear near 0 and logarithmic far from it, the same for all rows of a table.
 *
 * @param reach the largest absolute value of all rows
 */
public record Strip(double reach) {
    private static final double WIDTH = 96;
    private static final double HEIGHT = 16;

    /** Writes it; nothing where nothing is finite. */
    public void write(Markup html, Statistics values) {
        if (!Double.isFinite(values.mean())) {
            return;
        }
        html.open(
                "svg", "class", "strip", "viewBox", "0 0 96 16", "width", "96", "height", "16", "aria-hidden", "true");
        html.path("grid", "M" + at(WIDTH / 2) + " 1V" + at(HEIGHT - 1));
        html.path("range", "M" + at(x(values.min())) + " 8H" + at(x(values.max())));
        double low = x(Math.max(values.min(), values.mean() - values.deviation()));
        double high = x(Math.min(values.max(), values.mean() + values.deviation()));
        html.leaf(
                "rect",
                "class",
                "box",
                "x",
                at(low),
                "y",
                "4",
                "width",
                at(Math.max(1.5, high - low)),
                "height",
                "8",
                "rx",
                "1.5");
        html.close();
    }

    private double x(double value) {
        // the unit of the linear part: a thousandth of the reach
        double unit = Math.max(reach, Double.MIN_NORMAL) / 1000;
        double share = asinh(value / unit) / asinh(1000);
        return WIDTH / 2 + Math.max(-1, Math.min(1, Double.isFinite(share) ? share : 0)) * (WIDTH / 2 - 2);
    }

    private static double asinh(double v) {
        return Math.signum(v) * Math.log(Math.abs(v) + Math.sqrt(v * v + 1));
    }
}
