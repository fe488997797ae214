package dev.plumbline.debug.search;

import dev.plumbline.finding.Finding;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.lab.Run;
import java.util.List;
import java.util.Optional;

/**
 * What testing the causes brought.
 *
 * @param findings confirmed causes first, then suspected, then ruled out
 * @param tested every intervention that was run, in that order, and those that were not for want of time
 * @param fix the smallest set of edits that makes it learn, as one intervention; empty where none did
 * @param repaired the full training with the fix, where the search has made one
 */
public record SearchResult(
        List<Finding> findings, List<TestedIntervention> tested, Optional<Intervention> fix, Optional<Run> repaired) {
    public SearchResult {
        findings = List.copyOf(findings);
        tested = List.copyOf(tested);
    }

    /** Nothing was searched. */
    public static SearchResult nothing() {
        return new SearchResult(List.of(), List.of(), Optional.empty(), Optional.empty());
    }
}
