package dev.plumbline.report.chart;

import static dev.plumbline.report.chart.Markup.at;

/**
 * A score beside its target on the way from 0 to 1.
 *
 * @param score held within 0 and 1 for drawing
 * @param target likewise; NaN for none
 * @param met whether it is reached
 */
public record GoalBar(String alt, double score, double target, boolean met) {
    private static final double WIDTH = 320;

    public void write(Markup html) {
        html.open("svg", "class", "plot goal-bar", "viewBox", "0 0 320 22", "role", "img", "aria-label", alt);
        html.leaf("rect", "class", "track", "x", "0", "y", "7", "width", at(WIDTH), "height", "8", "rx", "4");
        if (Double.isFinite(score)) {
            double width = Math.max(0, Math.min(1, score)) * WIDTH;
            html.leaf(
                    "rect",
                    "class",
                    met ? "fill met" : "fill",
                    "x",
                    "0",
                    "y",
                    "7",
                    "width",
                    at(width),
                    "height",
                    "8",
                    "rx",
                    "4");
        }
        if (Double.isFinite(target)) {
            double x = Math.max(0, Math.min(1, target)) * WIDTH;
            html.path("target", "M" + at(Math.min(WIDTH - 1, x)) + " 1V21");
        }
        html.close();
    }
}
