package dev.plumbline.debug;

import dev.plumbline.debug.cause.Cause;
import dev.plumbline.finding.Finding;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.Interventions;
import java.util.ArrayList;
import java.util.List;

/**
 * A cause that may be at work and the edits that would remove it.
 *
 * @param symptoms what the experiment itself shows of it; empty where only the trend points to it
 * @param edits any of them would remove it; the first is tried first
 */
record Candidate(Cause cause, List<Finding> symptoms, List<Intervention> edits) {
    /** All causes with an edit, those with a symptom first. */
    static List<Candidate> of(Setup setup, List<Cause> causes, Interventions interventions) {
        List<Candidate> shown = new ArrayList<>();
        List<Candidate> silent = new ArrayList<>();
        for (Cause cause : causes) {
            List<Intervention> edits =
                    cause.edits(setup).stream().map(interventions::parse).toList();
            List<Finding> symptoms = cause.look(setup);
            if (!edits.isEmpty()) {
                (symptoms.isEmpty() ? silent : shown).add(new Candidate(cause, symptoms, edits));
            }
        }
        shown.addAll(silent);
        return shown;
    }

    boolean shows() {
        return !symptoms.isEmpty();
    }
}
