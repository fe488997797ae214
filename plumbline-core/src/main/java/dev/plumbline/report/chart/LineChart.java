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
                html.path("curve " + curve.style(), "M0 5H26");
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
                "plot line",
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
            html.label("no finite value", "note", LEFT + horizontal.length() / 2, TOP + plotHeight() / 2, "middle");
        }
        html.close();
    }

    private void axes(Markup html, Scale horizontal, Scale vertical) {
        double floor = TOP + plotHeight();
        List<Double> ticks = vertical.ticks(4);
        List<String> labels = Scale.labels(ticks, yText);
        for (int i = 0; i < ticks.size(); i++) {
            double tick = ticks.get(i);
            double level = floor - vertical.at(tick);
            html.path("grid", "M" + at(LEFT) + " " + at(level) + "H" + at(WIDTH - RIGHT));
            html.label(labels.get(i), "tick", LEFT - 7, level + 4, "end");
        }
        for (double tick : horizontal.ticks(4)) {
            if (tick == Math.rint(tick)) {
                html.label(Numbers.count((long) tick), "tick", LEFT + horizontal.at(tick), floor + 16, "middle");
            }
        }
        html.path("axis", "M" + at(LEFT) + " " + at(floor) + "H" + at(WIDTH - RIGHT));
        html.label(xName, "tick axis-name", WIDTH - RIGHT, HEIGHT - 5, "end");
        if (vertical.log()) {
            html.label("log scale", "tick axis-name", LEFT, HEIGHT - 5, "start");
        }
    }

    private void mark(Markup html, Mark mark, Scale horizontal, Scale vertical) {
        if (!Double.isFinite(mark.value())) {
            return;
        }
        double floor = TOP + plotHeight();
        if (mark.upright()) {
            double x = LEFT + horizontal.at(mark.value());
            boolean late = horizontal.at(mark.value()) > horizontal.length() / 2;
            html.path("mark", "M" + at(x) + " " + at(TOP) + "V" + at(floor));
            html.label(mark.name(), "tick mark-name", late ? x - 5 : x + 5, floor - 7, late ? "end" : "start");
        } else {
            double level = floor - vertical.at(mark.value());
            html.path("mark", "M" + at(LEFT) + " " + at(level) + "H" + at(WIDTH - RIGHT));
            html.label(mark.name(), "tick mark-name", LEFT + 6, level < TOP + 20 ? level + 14 : level - 5, "start");
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
            html.path("curve " + curve.style(), path.toString());
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
            html.path("broken", "M" + at(x - 4) + " " + at(TOP + 16) + "l8 8m0-8l-8 8");
            html.label(
                    Numbers.of(curve.y()[broken]) + " at " + Numbers.count((long) curve.x()[broken]),
                    "tick broken-name",
                    late ? x - 9 : x + 9,
                    TOP + 24,
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
