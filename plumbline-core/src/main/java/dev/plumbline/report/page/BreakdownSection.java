package dev.plumbline.report.page;

import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.evaluate.Decomposition.Measure;
import dev.plumbline.evaluate.Decomposition.Term;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Markup;
import dev.plumbline.report.chart.Waterfall;
import dev.plumbline.report.chart.Waterfall.Step;
import java.util.List;
import java.util.stream.Collectors;

/** The error taken apart. */
record BreakdownSection(Diagnosis diagnosis) implements Section {
    @Override
    public String id() {
        return "breakdown";
    }

    @Override
    public String title() {
        return "Where the error comes from";
    }

    @Override
    public boolean isKnown() {
        return diagnosis.knowledge().decomposition() != null;
    }

    @Override
    public void write(Markup html) {
        Decomposition parts = diagnosis.knowledge().decomposition();
        if (parts == null) {
            return;
        }
        html.element("p", Words.sentence(parts.reason()), "class", "lead");
        String unit = parts.unit();
        List<Step> steps = parts.terms().stream()
                .map(t -> new Step(
                        t.kind().label(),
                        t.kind().name().toLowerCase(java.util.Locale.ROOT),
                        t.size(),
                        parts.decided().filter(k -> k == t.kind()).isPresent(),
                        t.withinNoise() && t.kind() != Decomposition.Kind.IRREDUCIBLE))
                .toList();
        String last = parts.errors().isEmpty()
                ? "error"
                : parts.errors().get(parts.errors().size() - 1).name() + " error";
        String alt = parts.terms().stream()
                        .map(t -> t.kind() + " " + Numbers.error(unit, t.size().value()))
                        .collect(Collectors.joining(" plus "))
                + " makes the " + last + ", in " + unit + ".";
        Waterfall chart = new Waterfall(alt, steps, last, v -> Numbers.error(unit, v));
        html.open("figure", "class", "chart full")
                .open("figcaption")
                .element(
                        "span",
                        "Each bar begins where the one before it ends, in " + unit
                                + "; the fine line is the 95 % interval",
                        "class",
                        "chart-title")
                .close();
        chart.write(html, 760, "wide");
        chart.write(html, 343, "narrow");
        html.close();
        Table terms = new Table(html, "Terms of the error", "term", "#size", "#95 % interval", "");
        for (Term term : parts.terms()) {
            boolean chosen = parts.decided().filter(k -> k == term.kind()).isPresent();
            terms.row(
                    term.kind().label(),
                    Numbers.error(unit, term.size().value()),
                    interval(unit, term.size()),
                    chosen ? "work on this next" : term.withinNoise() ? "within the noise" : "");
        }
        terms.end();
        Table measures = new Table(html, "Measured errors", "measured error", "#error", "#95 % interval", "#examples");
        for (Measure measure : parts.errors()) {
            measures.row(
                    Table.name(measure.name()),
                    Numbers.error(unit, measure.error().value()),
                    interval(unit, measure.error()),
                    measure.examples() == 0 ? "–" : Numbers.count(measure.examples()));
        }
        measures.end();
    }

    static String interval(String unit, Interval interval) {
        if (!Double.isFinite(interval.low()) || !Double.isFinite(interval.high())) {
            return "not known";
        }
        return interval.low() == interval.high()
                ? "taken as exact"
                : Numbers.error(unit, interval.low()) + " to " + Numbers.error(unit, interval.high());
    }
}
