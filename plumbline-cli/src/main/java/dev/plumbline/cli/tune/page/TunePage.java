package dev.plumbline.cli.tune.page;

import dev.plumbline.cli.tune.Edge;
import dev.plumbline.cli.tune.Knob;
import dev.plumbline.cli.tune.Repeat;
import dev.plumbline.cli.tune.TuneResult;
import dev.plumbline.cli.tune.TuneWords;
import dev.plumbline.experiment.Metric;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Markup;
import dev.plumbline.report.page.Bars;
import dev.plumbline.report.page.Page;
import dev.plumbline.report.page.Section;
import dev.plumbline.report.page.Table;
import dev.plumbline.report.page.Words;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.importance.Importances;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The study as a page: what won and how far to believe it, which settings mattered, and the trials behind it.
 *
 * @param path the experiment as the person named it, for the commands to copy
 */
public record TunePage(TuneResult result, String path) {
    private static final int MOST_ROWS = 40;

    private record Part(String id, String title, Consumer<Markup> writer) implements Section {
        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public void write(Markup html) {
            writer.accept(html);
        }
    }

    /** The page as HTML. */
    public String html() {
        Shown shown = Shown.of(result);
        StudyCharts charts = new StudyCharts(result, shown);
        List<Section> parts = new ArrayList<>();
        parts.add(new Part("best", "The best trial", this::best));
        if (!result.belief().repeats().isEmpty()) {
            parts.add(new Part("repeats", "With other seeds", this::repeats));
        }
        if (shown.complete().size() > 1) {
            parts.add(new Part("importance", "What mattered", this::importance));
            parts.add(new Part("history", "The search", html -> {
                legend(html);
                html.open("div", "class", "pair");
                charts.history(html);
                charts.shares(html);
                html.close();
            }));
            parts.add(new Part("settings", "Setting by setting", html -> slices(html, charts)));
            parts.add(new Part("pairs", "Two at a time", html -> pairs(html, charts)));
            parts.add(new Part("lines", "All at once", html -> {
                html.element(
                        "p",
                        "Each line is a trial, from setting to setting to its score at the right: the stronger, the"
                                + " better; the best is orange.",
                        "class",
                        "why");
                new Parallels(result, shown, charts.score()).write(html);
            }));
        }
        Timeline timeline = new Timeline(result);
        if (timeline.isKnown()) {
            parts.add(new Part("timeline", "Timeline", timeline::write));
        }
        parts.add(new Part("trials", "Trials", this::trials));
        parts.add(new Part("space", "What was tuned", this::space));
        return new Page(Words.cut(result.experiment().name(), 80) + " – Plumbline tune", this::head, parts).html();
    }

    private Metric metric() {
        return result.experiment().goal().metric();
    }

    private String score(double value) {
        return Double.isNaN(value) ? "" : Numbers.score(metric(), value);
    }

    private void head(Markup html) {
        html.open("div", "class", "verdict");
        html.open("p", "class", "eyebrow")
                .element("bdi", Words.cut(result.experiment().name(), 120))
                .text(" – tuned")
                .close();
        html.element("h1", TuneWords.headline(result));
        html.element("p", TuneWords.belief(result), "class", "lead");
        html.open("div", "class", "scores");
        if (!result.belief().repeats().isEmpty()) {
            figure(html, score(result.belief().before()), "as it was");
            figure(html, score(result.belief().after()), "the best, with other seeds");
        }
        figure(html, Numbers.count(result.history().finished().size()), "trials");
        figure(html, Numbers.time(result.time()), "this time");
        html.close().close();
    }

    private static void figure(Markup html, String big, String what) {
        html.open("div", "class", "figure");
        html.element("span", what, "class", "what").element("span", big, "class", "big");
        html.close();
    }

    private void best(Markup html) {
        TrialRecord best = result.best();
        if (best == null) {
            html.element("p", "No trial came to its end.");
            return;
        }
        Table table = new Table(html, "Settings of the best trial", "setting", "as it was", "best");
        for (Knob knob : result.proposed().knobs()) {
            Object value = best.parameters().get(knob.name());
            String text = value == null ? "" : Knob.text(value);
            boolean same = knob.current().equals(value);
            table.row(
                    knob.name(), Knob.text(knob.current()), Table.cell(h -> h.element(same ? "span" : "strong", text)));
        }
        table.end();
        for (Edge edge : result.edges()) {
            html.open("p");
            Words.chip(html, "warn", "!", "edge");
            html.text(" ");
            Words.marked(html, TuneWords.edge(edge));
            html.close();
        }
        if (!result.edits().isEmpty()) {
            html.element("p", "To make it of the experiment:", "class", "why");
            Words.command(html, "plumbline apply " + path + " " + String.join(" ", result.edits()));
        }
    }

    private void repeats(Markup html) {
        boolean test = !Double.isNaN(result.belief().testAfter());
        Table table = test
                ? new Table(html, "Scores by seed", "seed", "#as it was", "#best", "#test, as it was", "#test, best")
                : new Table(html, "Scores by seed", "seed", "#as it was", "#best");
        for (Repeat repeat : result.belief().repeats()) {
            List<Object> cells = new ArrayList<>(
                    List.of(Long.toString(repeat.seed()), score(repeat.before()), score(repeat.after())));
            if (test) {
                cells.add(repeat.testBefore() == null ? "" : score(repeat.testBefore()));
                cells.add(repeat.testAfter() == null ? "" : score(repeat.testAfter()));
            }
            table.row(cells.toArray());
        }
        table.end();
    }

    private void importance(Markup html) {
        html.element(
                "p",
                "The first column: what it took to be among the best tenth (PED-ANOVA). The second: what the"
                        + " differences over the whole space come from (fANOVA). Pruned trials count with what they had reached. The last: how much the setting matters as a rule.",
                "class",
                "why");
        Importances top = result.importances();
        Importances space = result.overSpace();
        Table table = new Table(
                html, "Importance of the settings", "setting", "among the best", "#over the space", "as a rule");
        result.proposed().knobs().stream()
                .sorted(Comparator.comparingDouble((Knob k) -> top.share(k.name()))
                        .reversed())
                .forEach(knob -> table.row(
                        knob.name(),
                        Table.cell(h -> Bars.share(h, top.share(knob.name()))),
                        Numbers.percent(space.share(knob.name())),
                        knob.sensitivity().label()));
        table.end();
    }

    private static void legend(Markup html) {
        html.open("p", "class", "why").open("span", "class", "legend");
        key(html, "complete", "a complete trial, the stronger the better");
        key(html, "ring", "pruned early");
        key(html, "best", "the best");
        html.close().close();
    }

    private static void key(Markup html, String style, String text) {
        html.open("span", "class", "key")
                .open("span", "class", "swatch " + style, "aria-hidden", "true")
                .close();
        html.text(text).close();
    }

    private void slices(Markup html, StudyCharts charts) {
        html.open("div", "class", "pair");
        result.proposed().knobs().forEach(knob -> charts.slice(html, knob));
        html.close();
    }

    /** The most important settings; the shading is what the scores near by are. */
    private void pairs(Markup html, StudyCharts charts) {
        List<String> first =
                result.importances().shares().keySet().stream().limit(3).toList();
        List<Knob> knobs = first.stream()
                .flatMap(name ->
                        result.proposed().knobs().stream().filter(k -> k.name().equals(name)))
                .toList();
        html.element(
                "p",
                "The settings that mattered most. The dots are trials by rank, the shading is the mean rank near"
                        + " by: the stronger, the better.",
                "class",
                "why");
        html.open("div", "class", "pair");
        for (int i = 0; i < knobs.size(); i++) {
            for (int j = i + 1; j < knobs.size(); j++) {
                charts.pair(html, knobs.get(i), knobs.get(j));
            }
        }
        html.close();
    }

    private void trials(Markup html) {
        Table table = new Table(html, "The best trials", "trial", "#" + metric().label(), "state", "edits", "notes");
        List<TrialRecord> ranked = new ArrayList<>(result.trials());
        ranked.sort(Comparator.comparingDouble(t -> t.state() != TrialState.COMPLETE
                ? Double.POSITIVE_INFINITY
                : result.history().direction().loss(t.values().get(0))));
        for (TrialRecord trial : ranked.subList(0, Math.min(MOST_ROWS, ranked.size()))) {
            List<String> notes = new ArrayList<>();
            trial.notes().forEach((key, text) -> notes.add(key + ": " + Words.cut(text, 160)));
            table.row(
                    Integer.toString(trial.number()),
                    trial.values().isEmpty() ? "" : score(trial.values().get(0)),
                    trial.state().name().toLowerCase(Locale.ROOT),
                    String.join(" ", result.proposed().edits(trial.parameters())),
                    String.join("; ", notes));
        }
        table.end();
        Words.more(html, ranked.size() - MOST_ROWS, "trial", "; all are in tune.json");
    }

    private void space(Markup html) {
        Table table = new Table(html, "The space", "setting", "values", "usually matters");
        result.proposed()
                .knobs()
                .forEach(k ->
                        table.row(k.name(), TuneWords.values(k), k.sensitivity().label()));
        table.end();
        if (!result.proposed().leftOut().isEmpty()) {
            html.element("h3", "Not tuned");
            html.open("ul", "class", "notes");
            result.proposed().leftOut().forEach((name, why) -> html.element("li", name + ": " + why));
            html.close();
        }
    }
}
