package dev.plumbline.debug.search;

import dev.plumbline.UnusableInputException;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.Interventions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A cause that may be at work and the edits that would remove it.
 *
 * @param symptoms what the experiment itself shows of it
 * @param edits any of them would remove it; the first is tried first
 * @param sign how clearly the experiment shows it
 */
record Candidate(Cause cause, List<Finding> symptoms, List<Intervention> edits, Sign sign) {
    /** How clearly an experiment shows a cause, the clearest first. */
    enum Sign {
        /** A symptom worth telling, or a fact. */
        SHOWN,
        /** A weak hint: a reason to try it early, and told only where it is confirmed. */
        HINTED,
        /** Nothing but what the training did. */
        SILENT
    }

    /** All causes that show or can be tested, those that show first, each group in the given order. */
    static List<Candidate> of(Setup setup, List<Cause> causes, Interventions interventions) {
        List<Candidate> candidates = new ArrayList<>();
        for (Cause cause : causes) {
            List<Finding> symptoms = cause.look(setup);
            List<Intervention> edits = cause.edits(setup).stream()
                    .distinct()
                    .map(interventions::parse)
                    .toList();
            if (!edits.isEmpty() || !symptoms.isEmpty()) {
                candidates.add(new Candidate(cause, symptoms, edits, sign(symptoms)));
            }
        }
        candidates.sort(Comparator.comparing(Candidate::sign));
        return candidates;
    }

    private static Sign sign(List<Finding> symptoms) {
        if (symptoms.isEmpty()) {
            return Sign.SILENT;
        }
        return symptoms.stream().allMatch(f -> f.severity() == Severity.INFO) ? Sign.HINTED : Sign.SHOWN;
    }

    boolean shows() {
        return sign == Sign.SHOWN;
    }

    /** Whether what was found needs no test to be true. */
    boolean isFact() {
        return symptoms.stream().anyMatch(f -> f.status() == Status.CONFIRMED);
    }

    /** The experiment edited; empty where the edit changes nothing or does not suit it. */
    static Optional<Experiment> edited(Intervention edit, Experiment experiment) {
        try {
            return Optional.of(edit.apply(experiment)).filter(e -> !e.equals(experiment));
        } catch (UnusableInputException unsuited) {
            return Optional.empty();
        }
    }
}
