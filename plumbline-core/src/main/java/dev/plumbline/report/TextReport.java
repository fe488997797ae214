package dev.plumbline.report;

import dev.plumbline.compare.Comparison;
import dev.plumbline.compare.Comparison.Contender;
import dev.plumbline.debug.LayerRow;
import dev.plumbline.debug.MemoryEstimate;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingOrder;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Knowledge;
import dev.plumbline.guide.Visit;
import dev.plumbline.improve.NextStep;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import dev.plumbline.lab.Statistics;
import dev.plumbline.report.text.BreakdownText;
import dev.plumbline.report.text.FindingText;
import dev.plumbline.report.text.Paragraph;
import dev.plumbline.report.text.Sparkline;
import dev.plumbline.report.text.TextTable;
import dev.plumbline.start.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The diagnosis for a terminal: as a whole, and in the pieces that a command prints as stages go by. Everything is a
 * list of lines without line ends.
 *
 * @param ink what the terminal shows
 * @param width its columns
 * @param path the experiment as the person named it, for the commands to copy
 */
public record TextReport(Ink ink, int width, String path) {
    private static final int MOST = 12;

    /** The verdict and all that a person needs to act on it; the rest is in the page. */
    public List<String> lines(Diagnosis diagnosis) {
        Knowledge known = diagnosis.knowledge();
        List<String> lines = new ArrayList<>(verdict(diagnosis));
        List<Finding> standing = FindingOrder.sorted(known.findings()).stream()
                .filter(f -> f.status() != Status.RULED_OUT && f.severity() != Severity.INFO)
                .toList();
        if (!standing.isEmpty()) {
            title(lines, "Findings");
            standing.stream().limit(MOST).forEach(f -> lines.addAll(finding(f)));
            more(lines, standing.size(), "findings");
        }
        long notes = known.findings().stream()
                .filter(f -> f.severity() == Severity.INFO)
                .count();
        if (notes > 0) {
            lines.add(ink.quiet("  " + Numbers.count(notes, "note") + " worth knowing in the report"));
        }
        if (!known.tested().isEmpty()) {
            title(lines, "What was tried");
            lines.addAll(tested(known.tested()));
        }
        if (known.comparison() != null) {
            title(lines, "Beside simple baselines and known results");
            lines.addAll(comparison(known.comparison()));
        }
        List<OtherOutputs.Score> others = OtherOutputs.of(diagnosis);
        if (!others.isEmpty()) {
            title(lines, "The other outputs");
            lines.addAll(otherOutputs(others));
        }
        if (known.decomposition() != null) {
            title(lines, "Where the error comes from");
            lines.addAll(decomposition(known.decomposition()));
        }
        if (!known.nextSteps().isEmpty()) {
            title(lines, "What to do next");
            lines.addAll(nextSteps(known.nextSteps()));
        }
        return lines;
    }

    /** The headline, the score beside its target, and the fix. */
    public List<String> verdict(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        String mark = diagnosis
                .goalMet()
                .map(met -> met ? ink.good("✓") : ink.bad("✕"))
                .orElse(ink.quiet("○"));
        List<String> headline = Paragraph.lines("", ink.text(diagnosis.headline()), width - 2);
        for (int i = 0; i < headline.size(); i++) {
            lines.add((i == 0 ? mark : " ") + " " + ink.bold(headline.get(i)));
        }
        Scorecard scores = Scorecard.of(diagnosis);
        Goal goal = scores.goal();
        if (goal != null) {
            List<String> parts = new ArrayList<>();
            scores.judge().ifPresent(split -> {
                Double asItIs = scores.asItIs().get(split);
                Double repaired = scores.repaired().get(split);
                String of = goal.metric() + " on " + split + " ";
                if (asItIs != null) {
                    parts.add(of + Numbers.score(goal.metric(), asItIs));
                }
                if (repaired != null) {
                    parts.add(
                            asItIs == null
                                    ? of + Numbers.score(goal.metric(), repaired)
                                    : "with the fix " + Numbers.score(goal.metric(), repaired));
                }
            });
            if (goal.target() != null) {
                parts.add("target " + Numbers.score(goal.metric(), goal.target()));
            }
            if (!parts.isEmpty()) {
                lines.add("  " + ink.text(String.join(" · ", parts)));
            }
        }
        if (diagnosis.knowledge().fix() != null) {
            lines.add("  " + ink.good("fix: ")
                    + ink.text(ApplyCommand.of(path, diagnosis.knowledge().fix().name())));
        }
        if (!diagnosis.complete()) {
            lines.add("  " + ink.warn("Stopped before the last stage; this is what is known so far."));
        }
        return lines;
    }

    /** Printed when a stage begins. */
    public List<String> stage(Stage stage, String why) {
        List<String> lines = new ArrayList<>();
        String title = stage.ordinal() + 1 + " " + stage.title();
        int rest = Math.max(0, Math.min(width, 78) - TextWidth.of(title) - 4);
        lines.add(ink.quiet("──") + " " + ink.bold(title) + " " + ink.quiet("─".repeat(rest)));
        Paragraph.lines("", ink.text(why), width - 2).forEach(l -> lines.add("  " + ink.quiet(l)));
        return lines;
    }

    /** Printed when a stage has ended. */
    public List<String> outcome(Visit visit) {
        String head = switch (visit.status()) {
            case PASSED -> ink.good("✓ passed");
            case PROBLEM -> ink.bad("✕ problem");
            case SKIPPED -> ink.quiet("– skipped");
            case UNFINISHED -> ink.warn("‖ unfinished");
        };
        String time = visit.status() == Visit.Status.SKIPPED ? "" : " (" + Numbers.time(visit.time()) + ")";
        List<String> lines = new ArrayList<>();
        List<String> text = Paragraph.lines("", ink.text(visit.summary() + time), width - 15);
        for (int i = 0; i < text.size(); i++) {
            String plain = "  " + (i == 0 ? head : "");
            int shown = i == 0 ? 2 + visit.status().label().length() + 2 : 2;
            lines.add(plain + " ".repeat(Math.max(1, 15 - shown)) + text.get(i));
        }
        return lines;
    }

    /** One finding. */
    public List<String> finding(Finding finding) {
        return new FindingText(ink, width).lines(finding);
    }

    /** What the start stage chose. */
    public List<String> decisions(List<Decision> decisions) {
        TextTable table =
                new TextTable(ink, width - 2).text("setting").text("choice").text("because");
        decisions.forEach(d -> table.row(d.subject(), d.choice(), d.reason()));
        return indented(table);
    }

    /** Every layer in the first step. */
    public List<String> layers(List<LayerRow> layers) {
        TextTable table = new TextTable(ink, width - 2)
                .text("layer")
                .optionalText("type")
                .text("output")
                .number("parameters")
                .number("mean")
                .number("std")
                .optional("min")
                .optional("max")
                .number("zeros")
                .number("grad std")
                .text("");
        for (LayerRow layer : layers) {
            Statistics v = layer.value();
            Statistics g = layer.gradient();
            String odd = Stream.concat(
                            Oddity.ofValue(v).stream(), Oddity.ofGradient(g).map(o -> "gradient " + o).stream())
                    .map(o -> "▲ " + o)
                    .reduce((a, b) -> a + " " + b)
                    .orElse("");
            table.row(
                    odd.isEmpty() ? ink::text : ink::warn,
                    layer.layer(),
                    layer.type(),
                    layer.output().toString(),
                    Numbers.count(layer.parameters()),
                    Numbers.of(v.mean()),
                    Numbers.of(v.deviation()),
                    Numbers.of(v.min()),
                    Numbers.of(v.max()),
                    Numbers.percent(v.zeroShare()),
                    g == null ? "–" : Numbers.of(g.deviation()),
                    odd);
        }
        return indented(table);
    }

    /** What a step takes of what there is. */
    public String memory(MemoryEstimate memory) {
        String text = "memory: " + Numbers.bytes(memory.totalBytes()) + " of " + Numbers.bytes(memory.availableBytes())
                + " at batch " + Numbers.count(memory.batchSize());
        String largest = memory.largestBatch() == Long.MAX_VALUE
                ? ""
                : "; the largest batch that fits is " + Numbers.count(memory.largestBatch());
        return "  " + (memory.fits() ? ink.text(text + largest) : ink.bad(text + largest));
    }

    /** What became of one batch. */
    public String overfit(OverfitResult result) {
        String curve = Sparkline.of(result.run().trace().losses(), 24, ink);
        String text = "loss " + Numbers.of(result.lossAtStart()) + " → " + Numbers.of(result.lossAtEnd()) + " on "
                + Numbers.count(result.batchSize(), "example") + ": " + result.trend();
        String shown = ink.unicode() ? curve : ink.text(curve);
        return "  " + (result.overfits() ? ink.good(text) : ink.bad(text)) + "  " + shown;
    }

    /** Interventions that were run, those that help first. */
    public List<String> tested(List<TestedIntervention> tested) {
        TextTable table = new TextTable(ink, width - 2)
                .text("verdict")
                .text("edit")
                .number("before")
                .number("after")
                .text("on");
        tested.stream()
                .sorted(Comparator.comparing(TestedIntervention::verdict))
                .limit(MOST)
                .forEach(t -> table.row(
                        t.verdict() == Verdict.FIXES || t.verdict() == Verdict.HELPS
                                ? ink::good
                                : t.verdict() == Verdict.WORSE ? ink::bad : ink::text,
                        t.verdict().label(),
                        t.intervention().name(),
                        t.before().quantity() + " " + Numbers.of(t.before().mean()),
                        t.verdict() == Verdict.NOT_TRIED
                                ? "–"
                                : Numbers.of(t.after().mean()),
                        t.on()));
        List<String> lines = indented(table);
        more(lines, tested.size(), "interventions");
        return lines;
    }

    /** The network beside baselines, best first. */
    public List<String> comparison(Comparison comparison) {
        Metric metric = comparison.metric();
        TextTable table = new TextTable(ink, width - 2)
                .text("on " + comparison.split())
                .number(metric.label())
                .number("95 % interval")
                .text("");
        comparison.all().stream()
                .sorted(Comparator.comparingDouble(
                        (Contender c) -> metric.error(c.score().value())))
                .limit(MOST)
                .forEach(c -> table.row(
                        c.isNetwork() ? ink::bold : ink::text,
                        c.name(),
                        Numbers.score(metric, c.score().value()),
                        Numbers.score(metric, c.score().low()) + " to "
                                + Numbers.score(metric, c.score().high()),
                        c.isNetwork() ? "◀" : ""));
        return indented(table);
    }

    private List<String> otherOutputs(List<OtherOutputs.Score> scores) {
        TextTable table = new TextTable(ink, width - 2)
                .text("output")
                .text("on")
                .text("")
                .text("metric")
                .number("score")
                .number("loss");
        scores.stream()
                .limit(MOST)
                .forEach(s -> table.row(
                        ink::text,
                        s.output(),
                        s.split().label(),
                        s.repaired() ? "with the fix" : "as it is",
                        s.metric().label(),
                        Numbers.score(s.metric(), s.score()),
                        Numbers.of(s.loss())));
        List<String> lines = indented(table);
        more(lines, scores.size(), "scores");
        return lines;
    }

    /** The error taken apart. */
    public List<String> decomposition(Decomposition parts) {
        return new BreakdownText(ink, width).lines(parts);
    }

    /** What to do, best first, with the command that does it. */
    public List<String> nextSteps(List<NextStep> steps) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, steps.size()); i++) {
            NextStep step = steps.get(i);
            String number = String.format(java.util.Locale.ROOT, "%3d. ", i + 1);
            lines.add(number + ink.bold(step.title()));
            lines.addAll(Paragraph.lines("     ", ink.text(step.why()), width));
            if (!step.expectation().isBlank()) {
                lines.addAll(Paragraph.lines("     expected: ", ink.text(step.expectation()), width));
            }
            step.intervention().ifPresent(name -> lines.add("     " + ink.accent(ApplyCommand.of(path, name))));
        }
        more(lines, steps.size(), "steps");
        return lines;
    }

    private void title(List<String> lines, String title) {
        lines.add("");
        lines.add(ink.bold(title));
    }

    private void more(List<String> lines, int all, String what) {
        if (all > MOST) {
            lines.add("  " + ink.quiet("and " + Numbers.count(all - MOST) + " more " + what + " in the report"));
        }
    }

    private static List<String> indented(TextTable table) {
        List<String> lines = new ArrayList<>();
        table.lines().forEach(l -> lines.add("  " + l));
        return lines;
    }
}
