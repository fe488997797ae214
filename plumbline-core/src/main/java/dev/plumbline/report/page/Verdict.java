package dev.plumbline.report.page;

import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.report.ApplyCommand;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.Scorecard;
import dev.plumbline.report.chart.GoalBar;
import dev.plumbline.report.chart.Markup;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first thing on the page: the verdict, and the score beside its target. */
record Verdict(Diagnosis diagnosis, Scorecard scores, String path) {
    void write(Markup html) {
        String state = diagnosis.goalMet().map(met -> met ? "met" : "missed").orElse("open");
        html.open("section", "class", "verdict " + state, "aria-labelledby", "verdict");
        html.open("p", "class", "eyebrow").text("Diagnosis of ");
        Words.name(html, diagnosis.knowledge().draft().name());
        html.close();
        html.open("h1", "id", "verdict");
        Words.marked(html, Words.cut(diagnosis.headline(), 600));
        html.close();
        chips(html);
        Goal goal = scores.goal();
        if (goal != null) {
            scores(html, goal);
        }
        Intervention fix = diagnosis.knowledge().fix();
        if (fix != null) {
            html.open("div", "class", "fix").element("h2", "The fix: " + Words.heading(fix.title(), 200));
            Words.command(html, ApplyCommand.of(path, fix.name()));
            html.close();
        }
        html.close();
    }

    private void chips(Markup html) {
        html.open("p", "class", "chips");
        diagnosis
                .goalMet()
                .ifPresentOrElse(
                        met -> Words.chip(
                                html, met ? "good" : "bad", met ? "✓" : "✕", met ? "Goal met" : "Goal not met"),
                        () -> Words.chip(
                                html,
                                "quiet",
                                "○",
                                scores.goal() == null || scores.goal().target() == null
                                        ? "No target set"
                                        : "Goal not judged"));
        long confirmed = rules(Status.CONFIRMED);
        long suspected = rules(Status.SUSPECTED);
        if (confirmed > 0) {
            Words.chip(html, "bad", "●", Numbers.count(confirmed) + " confirmed");
        }
        if (suspected > 0) {
            Words.chip(html, "warn", "▲", Numbers.count(suspected) + " suspected");
        }
        if (!diagnosis.complete()) {
            Words.chip(html, "warn", "‖", "Stopped before the last stage");
        }
        Words.chip(html, "quiet", "◷", Numbers.time(diagnosis.time()));
        html.close();
    }

    /** How many rules found something that a person should act on. */
    private long rules(Status status) {
        return diagnosis.knowledge().findings().stream()
                .filter(f -> f.status() == status && f.severity() != Severity.INFO)
                .map(Finding::rule)
                .distinct()
                .count();
    }

    private void scores(Markup html, Goal goal) {
        SplitName judge = scores.judge().orElse(null);
        if (judge == null && goal.target() == null) {
            return;
        }
        Metric metric = goal.metric();
        Double asItIs = judge == null ? null : scores.asItIs().get(judge);
        Double repaired = judge == null ? null : scores.repaired().get(judge);
        html.open("div", "class", "scores");
        if (asItIs != null) {
            figure(
                    html,
                    Numbers.score(metric, asItIs),
                    metric.label() + " on " + judge + (repaired == null ? "" : ", as it is"),
                    judged(goal, asItIs));
        }
        if (repaired != null) {
            figure(
                    html,
                    Numbers.score(metric, repaired),
                    metric.label() + " on " + judge + ", with the fix",
                    judged(goal, repaired));
        }
        if (goal.target() != null) {
            figure(html, Numbers.score(metric, goal.target()), "target", "target");
        }
        html.close();
        Double shown = repaired == null ? asItIs : repaired;
        if (Numbers.asPercent(metric) && shown != null) {
            double target = goal.target() == null ? Double.NaN : goal.target();
            String alt = metric.label() + " " + Numbers.percent(shown)
                    + (goal.target() == null ? "" : ", target " + Numbers.percent(target));
            new GoalBar(alt, shown, target, goal.metBy(shown)).write(html);
        }
        if (scores.asItIs().size() + scores.repaired().size() > 1) {
            table(html, metric);
        }
    }

    private static String judged(Goal goal, double score) {
        return goal.target() == null ? "" : goal.metBy(score) ? "met" : "missed";
    }

    private static void figure(Markup html, String number, String what, String style) {
        html.open("div", "class", ("figure " + style).strip());
        html.element("span", number, "class", "big").element("span", what, "class", "what");
        html.close();
    }

    private void table(Markup html, Metric metric) {
        boolean both = !scores.repaired().isEmpty() && !scores.asItIs().isEmpty();
        Set<SplitName> splits = EnumSet.noneOf(SplitName.class);
        splits.addAll(scores.asItIs().keySet());
        splits.addAll(scores.repaired().keySet());
        String first = "#" + metric.label() + (scores.asItIs().isEmpty() ? " with the fix" : "");
        Table table = both
                ? new Table(html, "Scores by split", "split", first, "#with the fix")
                : new Table(html, "Scores by split", "split", first);
        for (SplitName split : splits) {
            String asItIs = text(metric, scores.asItIs().get(split));
            String repaired = text(metric, scores.repaired().get(split));
            if (both) {
                table.row(split.label(), asItIs, repaired);
            } else {
                table.row(split.label(), scores.asItIs().isEmpty() ? repaired : asItIs);
            }
        }
        table.end();
    }

    private static String text(Metric metric, @Nullable Double score) {
        return score == null ? "–" : Numbers.score(metric, score);
    }
}
