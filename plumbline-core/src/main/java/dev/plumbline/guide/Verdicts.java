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
        List<Finding> faults = FindingOrder.sorted(known.findings()).stream()
                .filter(f -> f.severity() != Severity.INFO && f.status() == Status.CONFIRMED)
                .toList();
        if (faults.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return faulty(known, faults);
        }
        Run run = known.training();
        if (run == null) {
            return untrained(known);
        }
        if (run.experiment().data().oneBatch() != null) {
            return "It was trained on one batch of " + run.experiment().data().oneBatch()
                    + " examples and scored on nothing: take `data.one-batch` out.";
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

    /** The first of the faults, and what the fix removes, which need not be the same. */
    private static String faulty(Knowledge known, List<Finding> faults) {
        Finding first = faults.get(0);
        String opening = first.rule().title() + " (" + first.subject() + ").";
        if (known.fix() == null) {
            return opening;
        }
        String fix = "`" + known.fix().name() + "`";
        List<Finding> removed = faults.stream()
                .filter(f -> f.confirmedBy() != null && f.confirmedBy().contains("with " + fix))
                .toList();
        List<String> titles =
                removed.stream().map(f -> f.rule().title()).distinct().toList();
        String end = repairedScore(known) + ".";
        if (titles.isEmpty()) {
            return first.rule().title() + ": " + fix + " removes it" + end;
        }
        boolean several = titles.size() > 1 && fix.contains(" ");
        String what = several
                ? String.join("; ", titles) + ": " + fix + " removes them" + end
                : titles.get(0) + ": " + fix + " removes it" + end;
        return removed.contains(first) ? what : opening + " " + what;
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
