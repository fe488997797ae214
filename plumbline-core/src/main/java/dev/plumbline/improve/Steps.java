package dev.plumbline.improve;

import dev.plumbline.intervention.Intervention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the steps of one treatment in order. */
final class Steps {
    private final Patient patient;
    private final String row;
    private final List<NextStep> steps = new ArrayList<>();

    Steps(Patient patient, String row) {
        this.patient = patient;
        this.row = row;
    }

    /** An edit of the experiment; left out where it cannot be made or changes nothing. */
    Steps edit(Intervention intervention, String why) {
        if (patient.allows(intervention)) {
            steps.add(new NextStep(
                    intervention.title(), why, intervention.expectation(), Optional.of(intervention.name()), row));
        }
        return this;
    }

    /** Work for a person, or for a network that was trained elsewhere. */
    Steps person(String title, String why, String expectation) {
        steps.add(new NextStep(title, why, expectation, Optional.empty(), row));
        return this;
    }

    /** Work for a person where there is no experiment that could be edited. */
    Steps elsewhere(String title, String why, String expectation) {
        return patient.experiment() == null ? person(title, why, expectation) : this;
    }

    List<NextStep> list() {
        return List.copyOf(steps);
    }
}
