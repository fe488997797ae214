package dev.plumbline.guide;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Runs checks, and says what their findings mean for a stage. */
final class Findings {
    private Findings() {}

    static <E> List<Finding> of(List<Check<E>> checks, E evidence) {
        List<Finding> findings = new ArrayList<>();
        checks.forEach(check -> findings.addAll(check.look(evidence)));
        return findings;
    }

    static Visit.Status status(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)
                ? Visit.Status.PROBLEM
                : Visit.Status.PASSED;
    }
}
