package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/** {@code without-constraints}: weights are not brought back to a norm or a sign after an update. */
public final class RemoveConstraints implements InterventionKind {
    public static Intervention of() {
        return new Intervention(
                "without-constraints",
                "Train without the constraints on weights.",
                Set.of("constraint-too-tight"),
                "Weights may become what the loss wants them to be: the training error falls.",
                experiment -> GraphEditPlan.with(new ModelEdit.RemoveConstraints(), experiment));
    }

    @Override
    public String word() {
        return "without-constraints";
    }

    @Override
    public String usage() {
        return "without-constraints";
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        return of();
    }
}
