package dev.plumbline.report.chart;

import static dev.plumbline.report.chart.Markup.at;

import dev.plumbline.report.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Curves over steps or epochs.
 *
 * @param title above the chart
 * @param alt what a person who does not see it should know
 * @param xName what runs along the bottom
 * @param yText how values are written beside the axis
 * @param curves one or two
 * @param y given where charts are to be compared; null: what fits the curves
 * @param marks lines across, with a name
 */
public record LineChart(
        String title,
        String alt,
        String xName,
        DoubleFunction<String> yText,
        List<Curve> curves,
        @Nullable Scale y,
        List<Mark> marks) {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 230;
    private static final double LEFT = 54;
    private static final double RIGHT = 14;
    private static final double TOP = 14;
    private static final double BOTTOM = 38;

    /** A line across: upright at an x, or level at a y. */
    public record Mark(String name, double value, boolean upright) {}

    public LineChart {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    /** The length of the vertical axis, for a scale that several charts share. */
    public static double plotHeight() {
        return HEIGHT - TOP - BOTTOM;
    }

    /** Writes a figure with its title and legend. */
    public void write(Markup html) {
        html.open("figure", "class", "chart");
        html.open("figcaption").element("span", title, "class", "chart-title");
        if (curves.size() > 1) {
            html.open("span", "class", "legend");
            for (Curve curve : curves) {
                html.open("span", "class", "key")
                        .open("svg", "viewBox", "0 0 26 10", "width", "26", "height", "10", "aria-hidden", "true");
                html.leaf("path", "class", "curve " + curve.style(), "d", "M0 5H26");
                dot(html, curve.style(), 13, 5);
                html.close().text(curve.name()).close();
            }
            html.close();
        }
        html.close();
        plot(html);
        html.close();
    }

    private void plot(Markup html) {
        html.open(
                "svg",
                "class",
                "plot",
                "viewBox",
                "0 0 " + at(WIDTH) + " " + at(HEIGHT),
                "role",
                "img",
                "aria-label",
                alt);
        double[] all =
                curves.stream().flatMapToDouble(c -> Arrays.stream(c.y())).toArray();
        double[] shown = java.util.stream.DoubleStream.concat(
                        Arrays.stream(all),
                        marks.stream().filter(m -> !m.upright()).mapToDouble(Mark::value))
                .toArray();
        Scale vertical = y == null ? Scale.fitting(shown, plotHeight()) : y;
        double right = curves.stream()
                .filter(c -> c.x().length > 0)
                .mapToDouble(c -> c.x()[c.x().length - 1])
                .max()
                .orElse(1);
        double left = curves.stream()
                .filter(c -> c.x().length > 0)
                .mapToDouble(c -> c.x()[0])
                .min()
                .orElse(0);
        Scale horizontal = new Scale(left, right > left ? right : left + 1, WIDTH - LEFT - RIGHT, false);
        axes(html, horizontal, vertical);
        for (Mark mark : marks) {
            mark(html, mark, horizontal, vertical);
        }
        for (Curve curve : curves) {
            curve(html, curve, horizontal, vertical);
        }
        if (Arrays.stream(all).noneMatch(Double::isFinite)) {
            html.element(
                    "text",
                    "no finite value",
                    "class",
                    "note",
                    "x",
                    at(LEFT + horizontal.length() / 2),
                    "y",
                    at(TOP + plotHeight() / 2),
                    "text-anchor",
                    "middle");
        }
        html.close();
    }

    private void axes(Markup html, Scale horizontal, Scale vertical) {
        double floor = TOP + plotHeight();
        for (double tick : vertical.ticks(4)) {
            double level = floor - vertical.at(tick);
            html.leaf("path", "class", "grid", "d", "M" + at(LEFT) + " " + at(level) + "H" + at(WIDTH - RIGHT));
            html.element(
                    "text",
                    yText.apply(tick),
                    "class",
                    "tick",
                    "x",
                    at(LEFT - 7),
                    "y",
                    at(level + 4),
                    "text-anchor",
                    "end");
        }
        for (double tick : horizontal.ticks(4)) {
            if (tick == Math.rint(tick)) {
                html.element(
                        "text",
                        Numbers.count((long) tick),
                        "class",
                        "tick",
                        "x",
                        at(LEFT + horizontal.at(tick)),
                        "y",
                        at(floor + 16),
                        "text-anchor",
                        "middle");
            }
        }
        html.leaf("path", "class", "axis", "d", "M" + at(LEFT) + " " + at(floor) + "H" + at(WIDTH - RIGHT));
        html.element(
                "text",
                xName,
                "class",
                "tick axis-name",
                "x",
                at(WIDTH - RIGHT),
                "y",
                at(HEIGHT - 5),
                "text-anchor",
                "end");
        if (vertical.log()) {
            html.element("text", "log scale", "class", "tick axis-name", "x", at(LEFT), "y", at(HEIGHT - 5));
        }
    }

    private void mark(Markup html, Mark mark, Scale horizontal, Scale vertical) {
        if (!Double.isFinite(mark.value())) {
            return;
        }
        if (mark.upright()) {
            double x = LEFT + horizontal.at(mark.value());
            boolean late = horizontal.at(mark.value()) > horizontal.length() / 2;
            html.leaf("path", "class", "mark", "d", "M" + at(x) + " " + at(TOP - 4) + "V" + at(TOP + plotHeight()));
            html.element(
                    "text",
                    mark.name(),
                    "class",
                    "tick mark-name",
                    "x",
                    at(late ? x - 5 : x + 5),
                    "y",
                    at(TOP + 6),
                    "text-anchor",
                    late ? "end" : "start");
        } else {
            double level = TOP + plotHeight() - vertical.at(mark.value());
            html.leaf("path", "class", "mark", "d", "M" + at(LEFT) + " " + at(level) + "H" + at(WIDTH - RIGHT));
            html.element(
                    "text",
                    mark.name(),
                    "class",
                    "tick mark-name",
                    "x",
                    at(WIDTH - RIGHT - 2),
                    "y",
                    at(level - 5),
                    "text-anchor",
                    "end");
        }
    }

    private void curve(Markup html, Curve curve, Scale horizontal, Scale vertical) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        int[] drawn = curve.drawn();
        for (int i : drawn) {
            if (!Double.isFinite(curve.y()[i])) {
                pen = false;
                continue;
            }
            path.append(pen ? "L" : "M")
                    .append(at(LEFT + horizontal.at(curve.x()[i])))
                    .append(' ')
                    .append(at(TOP + plotHeight() - vertical.at(curve.y()[i])));
            pen = true;
        }
        if (path.length() > 0) {
            html.leaf("path", "class", "curve " + curve.style(), "d", path.toString());
        }
        if (curve.isSparse()) {
            for (int i : drawn) {
                if (Double.isFinite(curve.y()[i])) {
                    dot(
                            html,
                            curve.style(),
                            LEFT + horizontal.at(curve.x()[i]),
                            TOP + plotHeight() - vertical.at(curve.y()[i]));
                }
            }
        }
        int broken = curve.firstNotFinite();
        if (broken >= 0) {
            double x = LEFT + horizontal.at(curve.x()[broken]);
            boolean late = horizontal.at(curve.x()[broken]) > horizontal.length() / 2;
            html.leaf("path", "class", "broken", "d", "M" + at(x - 4) + " " + at(TOP + 16) + "l8 8m0-8l-8 8");
            html.element(
                    "text",
                    Numbers.of(curve.y()[broken]) + " at " + Numbers.count((long) curve.x()[broken]),
                    "class",
                    "tick broken-name",
                    "x",
                    at(late ? x - 9 : x + 9),
                    "y",
                    at(TOP + 24),
                    "text-anchor",
                    late ? "end" : "start");
        }
    }

    private static void dot(Markup html, String style, double x, double y) {
        if (style.equals("second")) {
            html.leaf("rect", "class", "dot second", "x", at(x - 2.5), "y", at(y - 2.5), "width", "5", "height", "5");
        } else {
            html.leaf("circle", "class", "dot " + style, "cx", at(x), "cy", at(y), "r", "2.7");
        }
    }
}
