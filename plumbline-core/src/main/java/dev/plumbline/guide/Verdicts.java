package dev.plumbline.guide;

import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingOrder;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.lab.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sums up what is known in one sentence. */
final class Verdicts {
    private Verdicts() {}

    static Diagnosis diagnosis(Knowledge known, boolean complete, Instant started, Duration time) {
        Optional<Boolean> met = goalMet(known);
        String headline = headline(known, met);
        return new Diagnosis(complete ? headline : "Ended early. " + headline, known, met, complete, started, time);
    }

    /** By the experiment as it is, not by the repaired one; on test, else on validation. */
    private static Optional<Boolean> goalMet(Knowledge known) {
        Run run = known.training();
        if (run == null || run.experiment().goal().target() == null) {
            return Optional.empty();
        }
        return judged(run).flatMap(run::score).map(run.experiment().goal()::metBy);
    }

    private static Optional<SplitName> judged(Run run) {
        return Stream.of(SplitName.TEST, SplitName.VALIDATION)
                .filter(run.predictions()::containsKey)
                .findFirst();
    }

    private static String headline(Knowledge known, Optional<Boolean> met) {
        List<Finding> errors = FindingOrder.sorted(known.findings()).stream()
                .filter(f -> f.severity() == Severity.ERROR && f.status() == Status.CONFIRMED)
                .toList();
        if (!errors.isEmpty()) {
            if (known.fix() == null) {
                return errors.get(0).rule().title() + " (" + errors.get(0).subject() + ").";
            }
            String fix = "`" + known.fix().name() + "`";
            // the fix is of one of the findings, not always of the first error
            String what = FindingOrder.sorted(known.findings()).stream()
                    .filter(e -> e.status() == Status.CONFIRMED)
                    .filter(e -> e.confirmedBy() != null && e.confirmedBy().contains("with " + fix))
                    .findFirst()
                    .orElse(errors.get(0))
                    .rule()
                    .title();
            List<String> together = errors.stream()
                    .filter(e -> e.confirmedBy() != null && e.confirmedBy().contains(fix))
                    .map(e -> e.rule().title())
                    .distinct()
                    .toList();
            return together.size() > 1 && fix.contains(" ")
                    ? String.join("; ", together) + ": " + fix + " removes them" + repairedScore(known) + "."
                    : what + ": " + fix + " removes it" + repairedScore(known) + ".";
        }
        Run run = known.training();
        if (run == null) {
            return untrained(known);
        }
        String score = judged(run)
                .flatMap(split -> run.score(split)
                        .map(s -> run.experiment().goal().metric() + " "
                                + CompareStage.number(run.experiment().goal().metric(), s) + " on " + split))
                .orElse("trained");
        Goal goal = run.experiment().goal();
        Decomposition decomposition = known.decomposition();
        String next = decomposition == null
                ? ""
                : decomposition
                        .decided()
                        .map(kind -> " Work on " + kind + " next.")
                        .orElse("");
        String target = goal.target() == null ? "" : CompareStage.number(goal.metric(), goal.target());
        return met.map(is -> is
                        ? "It works: " + score + ", and the goal is " + target + "."
                        : "It learns, but not enough: " + score + ", and the goal is " + target + "." + next)
                .orElse(opening(known) + score + "." + next);
    }

    /** Where the score cannot be told from a constant answer's, "it learns" would claim too much. */
    private static String opening(Knowledge known) {
        boolean doubtful = known.findings().stream()
                .anyMatch(f -> f.rule().id().equals("below-baseline")
                        && f.severity() == Severity.WARNING
                        && f.status() == Status.SUSPECTED);
        return doubtful ? "Hardly better than a constant answer: " : "It learns: ";
    }

    private static String repairedScore(Knowledge known) {
        Run before = known.training();
        Run after = known.repaired();
        if (before == null || after == null) {
            return "";
        }
        Metric metric = after.experiment().goal().metric();
        return judged(after)
                .flatMap(split -> before.score(split)
                        .flatMap(was -> after.score(split).map(is -> change(metric, split, was, is))))
                .orElse("");
    }

    private static String change(Metric metric, SplitName split, double was, double is) {
        String from = CompareStage.number(metric, was);
        String to = CompareStage.number(metric, is);
        return ", and " + metric + " on " + split
                + (from.equals(to) ? " stays " + to : " goes from " + from + " to " + to);
    }

    private static String untrained(Knowledge known) {
        if (known.overfit() != null && known.overfit().overfits()) {
            return "The network can learn: it has one batch by heart.";
        }
        if (known.firstStep() != null) {
            return "The network runs: one step forward and backward.";
        }
        return known.proposal() == null
                ? "Nothing is known yet."
                : "The data are read, and a first experiment is proposed.";
    }
}
