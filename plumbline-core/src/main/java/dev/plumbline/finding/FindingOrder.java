package dev.plumbline.finding;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a reader wants first: causes before what they bring about, within each the worst before the mild, and what was
 * tested before what was only seen; what was ruled out comes last.
 */
public final class FindingOrder {
    /** What goes wrong whatever the cause is. */
    private static final Set<String> CONSEQUENCES = Set.of(
            "does-not-overfit-one-batch", "not-finite", "below-baseline", "below-published-result", "does-not-run");

    /** How a cause works: told after causes that are as bad and as sure, since a change of either is felt here. */
    private static final Set<String> MECHANISMS =
            Set.of("dead-units", "gradient-missing", "vanishing-gradient", "exploding-gradient");

    /** Faults of the data that longer training, a larger network or class weights partly make up for. */
    private static final Set<String> DATA_FACTS = Set.of(
            "duplicates-across-splits",
            "duplicate-examples",
            "conflicting-labels",
            "split-differs",
            "few-examples",
            "examples-held-back",
            "leaking-feature",
            "targets-corrupted",
            "inputs-corrupted",
            "labels-differ-between-splits",
            "normalization-differs");

    /**
     * What follows from others, and is told after them where they stand; the rest is in no such relation. Copies with
     * another label are wrong labels before they are copies; copies within train land in every split that is drawn from
     * it, and leave so few different examples that classes are uneven by chance.
     */
    private static final Map<String, Set<String>> BROUGHT_ABOUT_BY = Map.ofEntries(
            entry("epochs-too-few", DATA_FACTS),
            entry("capacity-too-small", DATA_FACTS),
            entry("few-examples", Set.of("examples-held-back")),
            entry("conflicting-labels", Set.of("inputs-corrupted")),
            entry("duplicate-examples", Set.of("conflicting-labels", "inputs-corrupted")),
            entry("duplicates-across-splits", Set.of("conflicting-labels", "duplicate-examples", "inputs-corrupted")),
            entry("split-differs", Set.of("duplicate-examples")),
            entry("class-imbalance", Set.of("split-differs", "few-examples", "duplicate-examples")),
            entry("rare-class", Set.of("split-differs", "few-examples", "duplicate-examples", "examples-held-back")),
            entry("targets-not-normalized", Set.of("targets-corrupted")),
            entry("labels-shuffled", Set.of("targets-corrupted", "inputs-corrupted")));

    private static final Set<String> CLASSES = Set.of("class-imbalance", "rare-class");

    private static final Comparator<Finding> ORDER = Comparator.comparing((Finding f) -> f.status() == Status.RULED_OUT)
            .thenComparing(f -> f.severity() == Severity.INFO)
            .thenComparing(FindingOrder::isConsequence)
            .thenComparing(Comparator.comparing(Finding::severity).reversed())
            .thenComparing(FindingOrder::doubt);

    private FindingOrder() {}

    /** What was tested itself, by an edit that removes it, is a cause. */
    private static boolean isConsequence(Finding finding) {
        return CONSEQUENCES.contains(finding.rule().id()) && !isTested(finding);
    }

    private static boolean isTested(Finding finding) {
        return finding.confirmedBy() != null && finding.confirmedBy().contains("seed");
    }

    private static int doubt(Finding finding) {
        if (isTested(finding)) {
            return 0;
        }
        int mechanism = MECHANISMS.contains(finding.rule().id()) ? 1 : 0;
        return mechanism + (finding.status() == Status.CONFIRMED ? 1 : 3);
    }

    /** All findings in that order; those alike stay in the order in which they were found. */
    public static List<Finding> sorted(List<Finding> findings) {
        boolean oddTrain =
                findings.stream().filter(FindingOrder::areOtherClasses).count() > 1;
        List<Finding> sorted = new ArrayList<>();
        for (Finding finding : findings.stream().sorted(ORDER).toList()) {
            sorted.add(place(finding, sorted, oddTrain), finding);
        }
        return sorted;
    }

    private static boolean areOtherClasses(Finding finding) {
        return isSplit(finding) && finding.subject().startsWith("target");
    }

    /** At the end; before the first of those already placed that it brings about. */
    private static int place(Finding finding, List<Finding> placed, boolean oddTrain) {
        boolean stands = finding.status() == Status.CONFIRMED && finding.severity() != Severity.INFO;
        for (int i = 0; stands && i < placed.size(); i++) {
            if (placed.get(i).status() != Status.RULED_OUT && bringsAbout(finding, placed.get(i), oddTrain)) {
                return i;
            }
        }
        return placed.size();
    }

    /** @param oddTrain whether several splits have other classes than train; a single one may be the odd one itself */
    private static boolean bringsAbout(Finding cause, Finding other, boolean oddTrain) {
        if (!oddTrain && isSplit(cause) && CLASSES.contains(other.rule().id())) {
            return false;
        }
        if (!oddTrain && isSplit(other) && CLASSES.contains(cause.rule().id())) {
            // other shares of the classes move the features' means too
            return true;
        }
        return BROUGHT_ABOUT_BY
                .getOrDefault(other.rule().id(), Set.of())
                .contains(cause.rule().id());
    }

    private static boolean isSplit(Finding finding) {
        return finding.rule().id().equals("split-differs") && finding.severity() != Severity.INFO;
    }
}
