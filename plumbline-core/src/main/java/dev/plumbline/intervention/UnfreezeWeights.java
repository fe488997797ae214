package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/** {@code unfreeze}: all frozen weights are trained again. */
public final class UnfreezeWeights implements InterventionKind {
    public static Intervention of() {
        return new Intervention(
                "unfreeze",
                "Train all frozen weights.",
                Set.of("frozen-parameter"),
                "Layers that stood still can adapt to the data.",
                experiment -> GraphEditPlan.with(new ModelEdit.Unfreeze(), experiment));
    }

    @Override
    public String word() {
        return "unfreeze";
    }

    @Override
    public String usage() {
        return "unfreeze";
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        return of();
    }
}
