package dev.plumbline.improve;

import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.evaluate.Decomposition.Measure;
import java.util.List;

/** I6: so many choices were made on the validation split that it no longer tells how unseen examples fare. */
final class OverfittedValidation implements Treatment {
    @Override
    public Decomposition.Kind treats() {
        return Decomposition.Kind.VALIDATION_OVERFITTING;
    }

    @Override
    public List<NextStep> steps(Patient patient) {
        String split = patient.error("shifted-validation").map(Measure::name).orElse("validation");
        int examples = patient.error(split).map(Measure::examples).orElse(0);
        String why = "Test is harder than " + split + " (" + patient.errors() + "): " + patient.term()
                + (examples > 0 ? ". The " + split + " split holds " + examples + " examples." : ".");
        return new Steps(patient, "I6")
                .person(
                        "Draw a new " + split + " split from where test comes from.",
                        why,
                        "The new split tells the truth again: its error comes close to test's.")
                .person(
                        "Make the " + split + " split larger.",
                        why,
                        "Fewer choices look good by luck, and smaller differences can be told from noise.")
                .person(
                        "Check that " + split + " and test are of the same kind: same source, time and classes.",
                        why,
                        "A gap by another source is distribution shift, which takes other remedies (I3).")
                .list();
    }
}
