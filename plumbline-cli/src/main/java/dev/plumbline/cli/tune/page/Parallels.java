package dev.plumbline.cli.tune.page;

import static dev.plumbline.report.chart.Markup.at;

import dev.plumbline.cli.tune.TuneResult;
import dev.plumbline.report.chart.Markup;
import dev.plumbline.tune.history.TrialRecord;
import java.util.ArrayList;
import java.util.List;

/** Each complete trial as a line from setting to setting to its score. */
final class Parallels {
    private static final double STEP = 100;
    private static final double HEIGHT = 330;
    private static final double TOP = 44;
    private static final double BOTTOM = 26;
    private static final double LEFT = 46;

    private final TuneResult result;
    private final Shown shown;
    private final List<Axis> axes = new ArrayList<>();

    Parallels(TuneResult result, Shown shown, Axis score) {
        this.result = result;
        this.shown = shown;
        result.proposed().knobs().forEach(knob -> axes.add(Axis.of(knob)));
        axes.add(score);
    }

    void write(Markup html) {
        double width = LEFT + STEP * (axes.size() - 1) + 66;
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", "Parallel coordinates");
        html.open(
                "svg",
                "class",
                "plot parallel",
                "viewBox",
                "0 0 " + at(width) + " " + at(HEIGHT),
                "width",
                at(width),
                "height",
                at(HEIGHT),
                "role",
                "img",
                "aria-label",
                "Each complete trial as a line through its settings and its score; darker is better");
        shown.complete().stream()
                .sorted(java.util.Comparator.comparing(shown::style))
                .forEach(trial -> way(html, trial, shown.style(trial)));
        TrialRecord best = result.best();
        if (best != null) {
            way(html, best, "best");
        }
        for (int i = 0; i < axes.size(); i++) {
            axis(html, axes.get(i), LEFT + STEP * i, i % 2 == 0 ? 16 : 32);
        }
        html.close().close();
    }

    private void axis(Markup html, Axis axis, double x, double nameAt) {
        html.path("axis", "M" + at(x) + " " + at(down(0)) + "V" + at(down(1)));
        html.label(axis.name(), "label", x, nameAt, "middle");
        for (Axis.Tick tick : axis.ticks()) {
            html.label(tick.label(), "tick mark-name", x + 5, down(tick.place()) + 4, "start");
        }
    }

    private void way(Markup html, TrialRecord trial, String style) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < axes.size(); i++) {
            double place = axes.get(i).place().applyAsDouble(trial);
            if (Double.isFinite(place)) {
                path.append(path.length() == 0 ? "M" : "L")
                        .append(at(LEFT + STEP * i))
                        .append(' ')
                        .append(at(down(place)));
            }
        }
        html.path("way " + style, path.toString());
    }

    private static double down(double place) {
        return HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM);
    }
}
