package dev.plumbline.cli.tune.page;

import static dev.plumbline.report.chart.Markup.at;

import dev.plumbline.report.chart.Markup;
import java.util.List;

/**
 * A chart's frame: axes, ticks, and where things lie in it.
 *
 * @param alt what a person who does not see it should know
 */
record Plot(String title, String alt, Axis x, Axis y) {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 250;
    private static final double LEAST_LEFT = 58;
    private static final double RIGHT = 14;
    private static final double TOP = 14;
    private static final double BOTTOM = 46;
    /** Labels along the bottom that would run into each other are turned into every second one. */
    private static final double LETTER = 7.2;

    private static final int LONGEST = 12;

    /** Opens figure and drawing; what is drawn follows, then {@link #end}. */
    void begin(Markup html) {
        html.open("figure", "class", "chart");
        html.open("figcaption").element("span", title, "class", "chart-title").close();
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
        double floor = HEIGHT - BOTTOM;
        for (Axis.Tick tick : y.ticks()) {
            html.path("grid", "M" + at(left()) + " " + at(down(tick.place())) + "H" + at(WIDTH - RIGHT));
            html.label(cut(tick.label(), LONGEST), "tick", left() - 7, down(tick.place()) + 4, "end");
        }
        int every = every(x.ticks());
        for (int i = 0; i < x.ticks().size(); i += every) {
            Axis.Tick tick = x.ticks().get(i);
            String anchor = tick.place() > 0.97 ? "end" : tick.place() < 0.03 ? "start" : "middle";
            html.label(cut(tick.label(), 14), "tick", across(tick.place()), floor + 17, anchor);
        }
        html.path("axis", "M" + at(left()) + " " + at(floor) + "H" + at(WIDTH - RIGHT));
        html.label(x.name(), "tick axis-name", WIDTH - RIGHT, HEIGHT - 7, "end");
        html.label(y.name(), "tick axis-name", 2, HEIGHT - 7, "start");
    }

    /** Room for the longest label beside the axis. */
    private double left() {
        int longest = y.ticks().stream()
                .mapToInt(t -> Math.min(LONGEST, t.label().length()))
                .max()
                .orElse(0);
        return Math.max(LEAST_LEFT, longest * LETTER + 12);
    }

    private int every(List<Axis.Tick> ticks) {
        double letters = ticks.stream()
                .mapToDouble(t -> Math.min(14, t.label().length()) + 1.5)
                .sum();
        return Math.max(1, (int) Math.ceil(letters * LETTER / (WIDTH - left() - RIGHT)));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** From the left, for a place from 0 to 1. */
    double across(double place) {
        return left() + place * (WIDTH - left() - RIGHT);
    }

    /** From the top, for a place from 0 at the bottom to 1. */
    double down(double place) {
        return HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM);
    }

    void dot(Markup html, String style, double x, double y, String text) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        html.open("circle", "class", "trial " + style, "cx", at(across(x)), "cy", at(down(y)), "r", "3.6");
        html.element("title", text).close();
    }

    void end(Markup html) {
        html.close().close();
    }
}
