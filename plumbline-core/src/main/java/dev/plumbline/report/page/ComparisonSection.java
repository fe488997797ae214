package dev.plumbline.report.page;

import dev.plumbline.compare.Comparison;
import dev.plumbline.compare.Comparison.Contender;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Metric;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.Scorecard;
import dev.plumbline.report.chart.DotPlot;
import dev.plumbline.report.chart.DotPlot.Reference;
import dev.plumbline.report.chart.DotPlot.Row;
import dev.plumbline.report.chart.Markup;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The network beside the simplest things that could work. */
record ComparisonSection(Diagnosis diagnosis) implements Section {
    private static final int MOST = 24;

    @Override
    public String id() {
        return "comparison";
    }

    @Override
    public String title() {
        return "Beside simple baselines and known results";
    }

    @Override
    public boolean isKnown() {
        return diagnosis.knowledge().comparison() != null;
    }

    @Override
    public void write(Markup html) {
        Comparison comparison = diagnosis.knowledge().comparison();
        if (comparison == null) {
            return;
        }
        Metric metric = comparison.metric();
        List<Contender> ranked = comparison.all().stream()
                .sorted(Comparator.comparingDouble(c -> metric.error(c.score().value())))
                .limit(MOST)
                .toList();
        List<Row> rows = ranked.stream()
                .map(c -> new Row(c.name(), c.score(), c.isNetwork()))
                .toList();
        Goal goal = Scorecard.of(diagnosis).goal();
        Double target = goal != null && goal.metric() == metric ? goal.target() : null;
        String alt = metric.label() + " on " + comparison.split() + ", best first: "
                + ranked.stream()
                        .map(c ->
                                c.name() + " " + Numbers.score(metric, c.score().value()))
                        .collect(Collectors.joining(", "))
                + ".";
        DotPlot plot = new DotPlot(
                alt,
                rows,
                target == null ? null : new Reference("target " + Numbers.score(metric, target), target),
                v -> Numbers.score(metric, v));
        html.open("figure", "class", "chart full").open("figcaption");
        html.element(
                        "span",
                        metric.label() + " on " + comparison.split() + ", "
                                + Numbers.count(comparison.examples(), "example") + ", with 95 % intervals; "
                                + (metric.higherIsBetter() ? "more" : "less") + " is better",
                        "class",
                        "chart-title")
                .close();
        plot.write(html, 760, "wide");
        plot.write(html, 343, "narrow");
        html.close();
        html.open("details").element("summary", "The same as a table");
        Table table =
                new Table(html, "Contenders", "contender", "#" + metric.label(), "#95 % interval", "what it does");
        for (Contender c : ranked) {
            table.row(
                    Table.name(c.name()),
                    Numbers.score(metric, c.score().value()),
                    Numbers.score(metric, c.score().low()) + " to "
                            + Numbers.score(metric, c.score().high()),
                    Words.cut(c.how(), 300));
        }
        table.end();
        html.close();
    }
}
