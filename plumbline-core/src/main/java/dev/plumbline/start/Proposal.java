package dev.plumbline.start;

import dev.plumbline.experiment.Experiment;
import java.util.List;

/** A draft with its gaps filled, and why each was filled so. */
public record Proposal(Experiment experiment, List<Decision> decisions) {
    public Proposal {
        decisions = List.copyOf(decisions);
    }
}
