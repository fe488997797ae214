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
        List<String> labels = Scale.labels(ticks, text);
        for (int i = 0; i < ticks.size(); i++) {
            double tick = ticks.get(i);
            double x = left + scale.at(tick);
            html.path("grid", "M" + at(x) + " " + at(top) + "V" + at(floor));
            html.label(labels.get(i), "tick", x, floor + 17, x < 20 ? "start" : "middle");
        }
        if (reference != null && Double.isFinite(reference.value())) {
            double x = left + scale.at(reference.value());
            boolean late = scale.at(reference.value()) > scale.length() * 0.6;
            html.path("mark", "M" + at(x) + " " + at(top - 14) + "V" + at(floor));
            html.label(reference.name(), "tick mark-name", late ? x - 5 : x + 5, top - 7, late ? "end" : "start");
        }
        for (int i = 0; i < rows.size(); i++) {
            row(html, rows.get(i), scale, left, width, top + step * i, step, narrow);
        }
        html.close();
    }

    private void row(
            Markup html, Row row, Scale scale, double left, double width, double top, double step, boolean narrow) {
        double y = narrow ? top + step - 12 : top + step / 2;
        int most = narrow ? 38 : 24;
        String name = row.name().length() > most ? row.name().substring(0, most - 1) + "…" : row.name();
        String chosen = row.chosen() ? " chosen" : "";
        html.label(
                name,
                "label" + chosen,
                narrow ? left : left - 14,
                narrow ? top + 18 : y + 4.5,
                narrow ? "start" : "end");
        Interval value = row.value();
        html.label(text.apply(value.value()), "value" + chosen, width - 4, y + 4.5, "end");
        if (!Double.isFinite(value.value())) {
            return;
        }
        double x = left + scale.at(value.value());
        if (Double.isFinite(value.low()) && Double.isFinite(value.high())) {
            String whisker = "M" + at(left + scale.at(value.low())) + " " + at(y - 4) + "v8m0-4H"
                    + at(left + scale.at(value.high())) + "m0-4v8";
            html.path("halo", whisker).path("whisker" + chosen, whisker);
        }
        if (row.chosen()) {
            html.path("point chosen", "M" + at(x) + " " + at(y - 7) + "l7 7l-7 7l-7-7z");
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
