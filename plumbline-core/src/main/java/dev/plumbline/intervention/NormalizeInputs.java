package dev.plumbline.intervention;

import dev.plumbline.experiment.Labelled;
import dev.plumbline.experiment.Normalization;
import java.util.Set;

/** {@code normalization=standardize}: what is done to float inputs before the network sees them (S4). */
public final class NormalizeInputs implements InterventionKind {
    public static Intervention of(Normalization normalization) {
        return new Intervention(
                "normalization=" + normalization.label(),
                normalization == Normalization.NONE
                        ? "Feed the inputs as they are."
                        : "Normalize the inputs (" + normalization.label() + ").",
                normalization == Normalization.NONE ? Set.of() : Set.of("inputs-not-normalized"),
                "Inputs of about the same size let one learning rate suit every weight.",
                experiment -> experiment.withData(experiment.data().withNormalization(normalization)));
    }

    @Override
    public String word() {
        return "normalization";
    }

    @Override
    public String usage() {
        return "normalization=standardize";
    }

    @Override
    public Intervention parse(String value) {
        return of(Labelled.parse(Normalization.class, Value.word(this, value), "intervention normalization"));
    }
}
