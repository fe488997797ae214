package dev.plumbline.report.page;

import dev.plumbline.guide.Diagnosis;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.intervention.TestedIntervention.Measured;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Curve;
import dev.plumbline.report.chart.LineChart;
import dev.plumbline.report.chart.Markup;
import dev.plumbline.report.chart.Scale;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The experiments behind the diagnosis: each suspected cause taken away, before and after side by side. */
record TestsSection(Diagnosis diagnosis) implements Section {
    private static final int MOST_CHARTS = 16;
    private static final int MOST_ROWS = 60;

    @Override
    public String id() {
        return "tests";
    }

    @Override
    public String title() {
        return "What was tried";
    }

    @Override
    public boolean isKnown() {
        return !diagnosis.knowledge().tested().isEmpty();
    }

    @Override
    public void write(Markup html) {
        html.element(
                "p",
                "A suspected cause is an edit that would remove it. Each edit was made, run beside the experiment as it is, and compared.",
                "class",
                "lead");
        List<TestedIntervention> tested = diagnosis.knowledge().tested().stream()
                .sorted(java.util.Comparator.comparing(TestedIntervention::verdict))
                .toList();
        List<TestedIntervention> drawn = tested.stream()
                .filter(TestsSection::hasCurves)
                .limit(MOST_CHARTS)
                .toList();
        drawn.forEach(t -> test(html, t));
        List<TestedIntervention> others =
                tested.stream().filter(t -> !drawn.contains(t)).toList();
        if (!others.isEmpty()) {
            Table table =
                    new Table(html, "Further interventions", "edit", "compared on", "#before", "#after", "verdict");
            others.stream()
                    .limit(MOST_ROWS)
                    .forEach(t -> table.row(
                            Table.name(t.intervention().title()),
                            Words.cut(t.on(), 60),
                            value(t.before()),
                            t.verdict() == Verdict.NOT_TRIED ? "–" : value(t.after()),
                            words(t.verdict())));
            table.end();
            Words.more(html, others.size() - MOST_ROWS, "edit", "; all are in report.json");
        }
    }

    private static boolean hasCurves(TestedIntervention tested) {
        return tested.verdict() != Verdict.NOT_TRIED
                && tested.before().losses().length > 1
                && tested.after().losses().length > 1;
    }

    private static void test(Markup html, TestedIntervention tested) {
        html.open("article", "class", "test " + tested.verdict().label());
        html.open("p", "class", "chips");
        Words.chip(html, look(tested.verdict()), sign(tested.verdict()), words(tested.verdict()));
        html.open("span", "class", "stage-name")
                .text(Words.cut(tested.on(), 80))
                .close()
                .close();
        html.element("h3", Words.heading(tested.intervention().title(), 200));
        html.open("p", "class", "subject")
                .open("code")
                .text(Words.cut(tested.intervention().name(), 120))
                .close();
        html.text(" · " + Words.cut(tested.before().quantity(), 40) + " ");
        html.element("span", value(tested.before()), "class", "nowrap")
                .text(" → ")
                .element("strong", value(tested.after()), "class", "nowrap");
        html.close();
        float[] before = tested.before().losses();
        float[] after = tested.after().losses();
        double[] both = DoubleStream.concat(
                        IntStream.range(0, before.length).mapToDouble(i -> before[i]),
                        IntStream.range(0, after.length).mapToDouble(i -> after[i]))
                .toArray();
        Scale shared = Scale.fitting(both, LineChart.plotHeight());
        html.open("div", "class", "pair");
        chart(html, "Before", "second", before, shared);
        chart(html, "After", "first", after, shared);
        html.close().close();
    }

    private static void chart(Markup html, String name, String style, float[] losses, Scale shared) {
        String alt = name + ": loss by step, " + LossWords.of(losses);
        Curve curve = Curve.ofSteps("loss", style + " plain", losses);
        new LineChart(name, alt, "step", Numbers::of, List.of(curve), shared, List.of()).write(html);
    }

    private static String value(Measured measured) {
        String range = measured.seeds() > 1 && measured.low() < measured.high()
                ? " (" + Numbers.of(measured.low()) + " to " + Numbers.of(measured.high()) + ", "
                        + Numbers.count(measured.seeds(), "seed") + ")"
                : "";
        return Numbers.of(measured.mean()) + range;
    }

    private static String look(Verdict verdict) {
        return switch (verdict) {
            case FIXES, HELPS -> "good";
            case WORSE -> "bad";
            case NO_CHANGE, NOT_TRIED -> "quiet";
        };
    }

    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case FIXES -> "✓";
            case HELPS -> "↗";
            case WORSE -> "↘";
            case NO_CHANGE -> "=";
            case NOT_TRIED -> "○";
        };
    }

    static String words(Verdict verdict) {
        return switch (verdict) {
            case FIXES -> "fixes it";
            case HELPS -> "helps";
            case WORSE -> "makes it worse";
            case NO_CHANGE -> "changes nothing";
            case NOT_TRIED -> "not tried, budget spent";
        };
    }
}
