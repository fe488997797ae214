package dev.plumbline.improve;

import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.experiment.Experiment;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do about the term that was decided on, in the lecture's order (I1, I2, I3, I6): first what helps most often
 * at the least risk. Where a remedy is an edit of the experiment, the step names the intervention; an edit that this
 * experiment does not allow, or that would change nothing, is left out.
 *
 * <pre>{@code
 * List<NextStep> steps = Remedies.standard().rank(decomposition, run.experiment());
 * }</pre>
 */
public final class Remedies {
    private final List<Treatment> treatments;

    private Remedies(List<Treatment> treatments) {
        this.treatments = List.copyOf(treatments);
    }

    /** A treatment for every term; a new one is added to this list. */
    public static Remedies standard() {
        return new Remedies(Arrays.asList(
                new Underfitting(), new Overfitting(), new DistributionShift(), new OverfittedValidation()));
    }

    /**
     * The steps, best first; empty where the goal is met.
     *
     * @param experiment what was decomposed; null where the network was trained elsewhere, so that no edit is possible
     */
    public List<NextStep> rank(Decomposition decomposition, @Nullable Experiment experiment) {
        Patient patient = new Patient(decomposition, experiment);
        if (decomposition.decided().isEmpty()) {
            return patient.goalIsMet() ? List.of() : Undecided.steps(patient);
        }
        return treatments.stream()
                .filter(t -> t.treats() == decomposition.decided().get())
                .flatMap(t -> t.steps(patient).stream())
                .toList();
    }
}
