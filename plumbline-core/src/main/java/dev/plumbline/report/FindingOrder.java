package dev.plumbline.report;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a reader wants first: confirmed before suspected before ruled out, the worst of each first, and a cause before
 * what it brings about.
 */
public final class FindingOrder {
    /** What goes wrong whatever the cause is. */
    private static final Set<String> CONSEQUENCES = Set.of(
            "does-not-overfit-one-batch",
            "not-finite",
            "below-baseline",
            "does-not-run",
            "dead-units",
            "gradient-missing",
            "vanishing-gradient",
            "exploding-gradient");

    private static final Comparator<Finding> ORDER = Comparator.comparingInt(
                    (Finding f) -> f.status() == Status.RULED_OUT ? 1 : 0)
            .thenComparing(Comparator.comparing(Finding::severity).reversed())
            .thenComparing(FindingOrder::standing);

    private FindingOrder() {}

    /** A cause, what it brings about, and a symptom that is only suspected, in that order within a severity. */
    private static int standing(Finding finding) {
        boolean isConsequence = CONSEQUENCES.contains(finding.rule().id());
        boolean isTested =
                finding.confirmedBy() != null && finding.confirmedBy().contains("seed");
        if (isTested) {
            return 0;
        }
        return (isConsequence ? 2 : 1) + (finding.status() == Status.CONFIRMED ? 0 : 2);
    }

    /** All findings in that order; those alike stay in the order in which they were found. */
    public static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted(ORDER).toList();
    }
}
