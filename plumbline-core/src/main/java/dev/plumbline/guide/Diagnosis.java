package dev.plumbline.guide;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The whole story: what is wrong, or which part of the error to work on, how that was shown, and what to do next.
 *
 * @param headline the verdict in one sentence
 * @param knowledge everything it rests on
 * @param goalMet whether the goal is met; empty where no target is set or nothing was trained
 * @param complete false where the budget or the person ended it before the last stage
 * @param started when
 * @param time how long it took
 */
public record Diagnosis(
        String headline,
        Knowledge knowledge,
        Optional<Boolean> goalMet,
        boolean complete,
        Instant started,
        Duration time) {
    /** Findings that can be shown to hurt. */
    public List<Finding> errors() {
        return knowledge.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
    }
}
