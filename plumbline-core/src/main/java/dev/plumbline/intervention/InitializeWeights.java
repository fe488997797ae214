package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.network.Initializer;
import java.util.Set;

/** {@code initialize=he}: all weights start from one initializer, biases from 0. */
public final class InitializeWeights implements InterventionKind {
    public static Intervention of(Initializer initializer) {
        String text = initializer.text();
        return new Intervention(
                "initialize=" + text,
                "Initialize all weights by " + text + ", biases by zeros.",
                Set.of(
                        "initialization-zeros",
                        "initialization-scale",
                        "vanishing-gradient",
                        "exploding-gradient",
                        "dead-units",
                        "saturating-activations"),
                "Activations and gradients keep their size from layer to layer, and units start out different.",
                experiment -> GraphEditPlan.with(
                        new ModelEdit.Initialize(text), edit -> edit instanceof ModelEdit.Initialize, experiment));
    }

    @Override
    public String word() {
        return "initialize";
    }

    @Override
    public String usage() {
        return "initialize=he";
    }

    @Override
    public Intervention parse(String value) {
        return of(Initializer.parse(Value.word(this, value), "intervention initialize"));
    }
}
