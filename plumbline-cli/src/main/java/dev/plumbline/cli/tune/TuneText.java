package dev.plumbline.cli.tune;

import dev.plumbline.experiment.Metric;
import dev.plumbline.report.Ink;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.text.Paragraph;
import dev.plumbline.report.text.TextTable;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.importance.Importances;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person reads in the terminal. */
public final class TuneText {
    private final Ink ink;
    private final int width;

    public TuneText(Ink ink, int width) {
        this.ink = ink;
        this.width = width;
    }

    /** What is tuned, and what is not. */
    public List<String> plan(Proposed proposed) {
        TextTable table = new TextTable(ink, width)
                .text("tuned")
                .text("usually matters")
                .text("values")
                .text("now");
        for (Knob knob : proposed.knobs()) {
            table.row(knob.name(), knob.sensitivity().label(), TuneWords.values(knob), Knob.text(knob.current()));
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (!proposed.leftOut().isEmpty()) {
            Map<String, List<String>> byReason = new LinkedHashMap<>();
            proposed.leftOut()
                    .forEach((name, why) -> byReason.computeIfAbsent(why, w -> new ArrayList<>())
                            .add(name));
            String out = byReason.entrySet().stream()
                    .map(e -> String.join(", ", e.getValue()) + " (" + e.getKey() + ")")
                    .collect(Collectors.joining("; "));
            lines.addAll(Paragraph.lines("Not tuned: ", ink.text(out + "."), width));
        }
        lines.add("");
        return lines;
    }

    /** What came of it. */
    public List<String> result(TuneResult result, Path winner) {
        List<String> lines = new ArrayList<>();
        lines.add(ink.bold(TuneWords.headline(result)));
        lines.addAll(Paragraph.lines("", ink.text(TuneWords.belief(result)), width));
        lines.add(ink.quiet(counts(result)));
        TrialRecord best = result.best();
        if (best != null) {
            lines.add("");
            lines.addAll(table(result, best));
        }
        for (Edge edge : result.edges()) {
            lines.addAll(Paragraph.lines(ink.warn("edge") + "  ", ink.text(TuneWords.edge(edge)), width));
        }
        lines.add("");
        lines.addAll(Paragraph.lines("", ink.text(written(result, winner)), width));
        return lines;
    }

    private static String written(TuneResult result, Path winner) {
        if (result.isWorthWriting()) {
            return "Wrote " + winner + ". Run it with: plumbline run " + winner;
        }
        boolean open = result.best() != null
                && !result.tuned().equals(result.experiment())
                && result.belief().repeats().isEmpty();
        return open
                ? "No experiment was written, since the best one was not repeated. `plumbline apply` makes it: "
                        + String.join(" ", result.edits())
                : "No experiment was written: none is better than the one there is.";
    }

    private static String counts(TuneResult result) {
        return TuneWords.counts(result) + " in " + Numbers.time(result.time()) + "; states: "
                + TuneWords.count(result, TrialState.COMPLETE) + " complete, "
                + TuneWords.count(result, TrialState.PRUNED) + " pruned, "
                + TuneWords.count(result, TrialState.FAILED) + " failed.";
    }

    private List<String> table(TuneResult result, TrialRecord best) {
        Importances measured = result.importances();
        Metric metric = result.experiment().goal().metric();
        TextTable table = new TextTable(ink, width)
                .text("setting")
                .text("as it was")
                .text("best")
                .number("importance")
                .optionalText("usually");
        for (Knob knob : result.proposed().knobs()) {
            Object value = best.parameters().get(knob.name());
            table.row(
                    knob.name(),
                    Knob.text(knob.current()),
                    value == null ? "" : Knob.text(value),
                    Numbers.percent(measured.share(knob.name())),
                    knob.sensitivity().label());
        }
        String was = result.asItWas()
                .map(t -> Numbers.score(metric, t.values().get(0)))
                .orElse("unknown");
        table.row(
                ink::bold,
                metric.label() + " on validation",
                was,
                Numbers.score(metric, best.values().get(0)),
                "",
                "trial " + best.number());
        return table.lines();
    }
}
