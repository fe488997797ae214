package dev.plumbline.report;

import dev.plumbline.finding.Finding;
import java.util.Comparator;
import java.util.List;

/** What a reader wants first: confirmed before suspected before ruled out, and the worst of each first. */
public final class FindingOrder {
    private static final Comparator<Finding> ORDER = Comparator.comparingInt((Finding f) -> switch (f.status()) {
                case CONFIRMED -> 0;
                case SUSPECTED -> 1;
                case RULED_OUT -> 2;
            })
            .thenComparing(Comparator.comparing(Finding::severity).reversed());

    private FindingOrder() {}

    /** All findings in that order; those alike stay in the order in which they were found. */
    public static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted(ORDER).toList();
    }
}
