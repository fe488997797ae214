package dev.plumbline.cli.tune.page;

import static dev.plumbline.report.chart.Markup.at;

import dev.plumbline.cli.tune.Knob;
import dev.plumbline.cli.tune.TuneResult;
import dev.plumbline.experiment.Metric;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Markup;
import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialRecord;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The charts that show every trial by its score. */
final class StudyCharts {
    private final TuneResult result;
    private final Shown shown;
    private final Metric metric;
    private final Axis score;

    StudyCharts(TuneResult result, Shown shown) {
        this.result = result;
        this.shown = shown;
        this.metric = result.experiment().goal().metric();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (TrialRecord trial : all()) {
            low = Math.min(low, trial.values().get(0));
            high = Math.max(high, trial.values().get(0));
        }
        score = Axis.of(metric.label(), low, high, this::text, t -> t.values().get(0));
    }

    private List<TrialRecord> all() {
        return Stream.concat(shown.complete().stream(), shown.pruned().stream()).toList();
    }

    Axis score() {
        return score;
    }

    String text(double value) {
        return Numbers.score(metric, value);
    }

    String title(TrialRecord trial) {
        return "trial " + trial.number() + ": " + text(trial.values().get(0));
    }

    /** Scores in the order of the trials, and the best so far. */
    void history(Markup html) {
        int last = Math.max(1, result.trials().size() - 1);
        Axis number = Axis.of("trial", 0, last, v -> Numbers.count(Math.round(v)), TrialRecord::number);
        Plot plot = new Plot(
                "Score by trial", "Scores of all trials in their order; the line is the best so far", number, score);
        plot.begin(html);
        StringBuilder line = new StringBuilder();
        Direction direction = result.history().direction();
        double best = Double.NaN;
        List<TrialRecord> byNumber = result.history().complete().stream()
                .filter(t -> Double.isFinite(t.values().get(0)))
                .sorted(Comparator.comparingInt(TrialRecord::number))
                .toList();
        for (TrialRecord trial : byNumber) {
            double value = trial.values().get(0);
            if (Double.isNaN(best) || direction.isBetter(value, best)) {
                best = value;
                line.append(line.length() == 0 ? "M" : "H")
                        .append(at(plot.across(number.place().applyAsDouble(trial))));
                String level = at(plot.down(score.place().applyAsDouble(trial)));
                line.append(line.indexOf("V") < 0 && line.indexOf("H") < 0 ? " " + level : "V" + level);
            }
        }
        if (line.length() > 0) {
            html.path("curve first", line.append("H").append(at(plot.across(1))).toString());
        }
        dots(html, plot, number, score);
        plot.end(html);
    }

    /** One setting along the bottom. */
    void slice(Markup html, Knob knob) {
        Axis axis = Axis.of(knob);
        Plot plot = new Plot(knob.name(), "Scores of the trials by " + knob.name(), axis, score);
        plot.begin(html);
        dots(html, plot, axis, score);
        plot.end(html);
    }

    /** Two settings, their trials by rank, over what the scores near by are. */
    void pair(Markup html, Knob one, Knob other) {
        Axis x = Axis.of(one);
        Axis y = Axis.of(other);
        Plot plot = new Plot(
                one.name() + " and " + other.name(),
                "Trials by " + one.name() + " and " + other.name() + "; darker is better",
                x,
                y);
        plot.begin(html);
        Levels.of(shown, result.history().direction(), x, y).write(html, plot);
        dots(html, plot, x, y);
        plot.end(html);
    }

    private void dots(Markup html, Plot plot, Axis x, Axis y) {
        for (TrialRecord trial : shown.pruned()) {
            plot.dot(html, "pruned", x.place().applyAsDouble(trial), y.place().applyAsDouble(trial), title(trial));
        }
        for (TrialRecord trial : shown.complete()) {
            plot.dot(
                    html,
                    shown.style(trial),
                    x.place().applyAsDouble(trial),
                    y.place().applyAsDouble(trial),
                    title(trial));
        }
        TrialRecord best = result.best();
        if (best != null) {
            plot.dot(html, "best", x.place().applyAsDouble(best), y.place().applyAsDouble(best), title(best));
        }
    }

    /** Which share of the complete trials is at least this good. */
    void shares(Markup html) {
        List<TrialRecord> ranked = shown.complete().stream()
                .sorted(Comparator.comparingDouble(t -> t.values().get(0)))
                .toList();
        Axis share = Axis.of("share of trials", 0, 1, Numbers::percent, t -> Double.NaN);
        Plot plot = new Plot(
                "Share of trials up to a score",
                "The empirical distribution of the complete trials' scores",
                score,
                share);
        plot.begin(html);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < ranked.size(); i++) {
            double x = plot.across(score.place().applyAsDouble(ranked.get(i)));
            line.append(i == 0 ? "M" + at(x) + " " + at(plot.down(0)) : "H" + at(x));
            line.append("V").append(at(plot.down((i + 1.0) / ranked.size())));
        }
        html.path("curve first", line.toString());
        plot.end(html);
    }
}
