package dev.plumbline.report.chart;

import static dev.plumbline.report.chart.Markup.at;

import dev.plumbline.evaluate.Interval;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with their intervals, one a row, on one axis.
 *
 * @param alt what a person who does not see it should know
 * @param rows from top to bottom
 * @param reference a line to reach; null for none
 * @param text how values are written
 */
public record DotPlot(String alt, List<Row> rows, @Nullable Reference reference, DoubleFunction<String> text) {
    /** One number; the chosen one is drawn as a diamond. */
    public record Row(String name, Interval value, boolean chosen) {}

    /** A line down all rows. */
    public record Reference(String name, double value) {}

    public DotPlot {
        rows = List.copyOf(rows);
    }

    /** Writes it for a screen of so many pixels; names stand above their row where there is little room. */
    public void write(Markup html, double width, String style) {
        boolean narrow = width < 500;
        double left = narrow ? 8 : 190;
        double right = narrow ? 64 : 84;
        double step = narrow ? 46 : 34;
        double top = reference == null ? 8 : 24;
        double floor = top + step * rows.size();
        Scale scale = Scale.linear(bound(true), bound(false), width - left - right);
        html.open(
                "svg",
                "class",
                "plot " + style,
                "viewBox",
                "0 0 " + at(width) + " " + at(floor + 26),
                "role",
                "img",
                "aria-label",
                alt);
        List<Double> ticks = scale.ticks(narrow ? 3 : 6);
        for (double tick : ticks) {
            double x = left + scale.at(tick);
            html.leaf("path", "class", "grid", "d", "M" + at(x) + " " + at(top) + "V" + at(floor));
            html.element(
                    "text",
                    text.apply(tick),
                    "class",
                    "tick",
                    "x",
                    at(x),
                    "y",
                    at(floor + 17),
                    "text-anchor",
                    x < 20 ? "start" : "middle");
        }
        if (reference != null && Double.isFinite(reference.value())) {
            double x = left + scale.at(reference.value());
            boolean late = scale.at(reference.value()) > scale.length() * 0.6;
            html.leaf("path", "class", "mark", "d", "M" + at(x) + " " + at(top - 14) + "V" + at(floor));
            html.element(
                    "text",
                    reference.name(),
                    "class",
                    "tick mark-name",
                    "x",
                    at(late ? x - 5 : x + 5),
                    "y",
                    at(top - 7),
                    "text-anchor",
                    late ? "end" : "start");
        }
        for (int i = 0; i < rows.size(); i++) {
            row(html, rows.get(i), scale, left, width, top + step * i, step, narrow);
        }
        html.close();
    }

    private void row(
            Markup html, Row row, Scale scale, double left, double width, double top, double step, boolean narrow) {
        double y = narrow ? top + step - 12 : top + step / 2;
        String name = row.name().length() > 34 ? row.name().substring(0, 33) + "…" : row.name();
        String chosen = row.chosen() ? " chosen" : "";
        html.element(
                "text",
                name,
                "class",
                "label" + chosen,
                "x",
                at(narrow ? left : left - 14),
                "y",
                at(narrow ? top + 18 : y + 4.5),
                "text-anchor",
                narrow ? "start" : "end");
        Interval value = row.value();
        html.element(
                "text",
                text.apply(value.value()),
                "class",
                "value" + chosen,
                "x",
                at(width - 4),
                "y",
                at(y + 4.5),
                "text-anchor",
                "end");
        if (!Double.isFinite(value.value())) {
            return;
        }
        double x = left + scale.at(value.value());
        if (Double.isFinite(value.low()) && Double.isFinite(value.high())) {
            html.leaf(
                    "path",
                    "class",
                    "whisker" + chosen,
                    "d",
                    "M" + at(left + scale.at(value.low())) + " " + at(y - 4) + "v8m0-4H"
                            + at(left + scale.at(value.high())) + "m0-4v8");
        }
        if (row.chosen()) {
            html.leaf("path", "class", "point chosen", "d", "M" + at(x) + " " + at(y - 7) + "l7 7l-7 7l-7-7z");
        } else {
            html.leaf("circle", "class", "point", "cx", at(x), "cy", at(y), "r", "4.5");
        }
    }

    private double bound(boolean low) {
        double bound = low ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        for (Row row : rows) {
            for (double v : new double[] {
                row.value().value(), row.value().low(), row.value().high()
            }) {
                bound = !Double.isFinite(v) ? bound : low ? Math.min(bound, v) : Math.max(bound, v);
            }
        }
        if (reference != null && Double.isFinite(reference.value())) {
            bound = low ? Math.min(bound, reference.value()) : Math.max(bound, reference.value());
        }
        return bound;
    }
}
