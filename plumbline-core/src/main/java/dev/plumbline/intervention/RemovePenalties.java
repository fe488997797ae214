package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/** {@code without-penalties}: nothing is added to the loss for the size of weights or activations. */
public final class RemovePenalties implements InterventionKind {
    public static Intervention of() {
        return new Intervention(
                "without-penalties",
                "Train without the penalties on weights and activations.",
                Set.of("penalty-too-strong"),
                "Weights may become as large as the loss wants them: the training error falls.",
                experiment -> GraphEditPlan.with(new ModelEdit.RemovePenalties(), experiment));
    }

    @Override
    public String word() {
        return "without-penalties";
    }

    @Override
    public String usage() {
        return "without-penalties";
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        return of();
    }
}
