package dev.plumbline.intervention;

import dev.plumbline.experiment.Labelled;
import dev.plumbline.experiment.Normalization;
import java.util.Set;

/** {@code target-normalization=standardize}: what is done to regression targets in training. */
final class NormalizeTargets implements InterventionKind {
    @Override
    public String word() {
        return "target-normalization";
    }

    @Override
    public String usage() {
        return "target-normalization=standardize";
    }

    @Override
    public Intervention parse(String value) {
        Normalization normalization = Labelled.parse(Normalization.class, value, "target-normalization");
        return new Intervention(
                "target-normalization=" + normalization.label(),
                "Normalize regression targets: " + normalization.label(),
                Set.of("targets-not-normalized"),
                "The loss starts near 1 and outputs have a short way to go; scores stay in the target's own unit.",
                experiment -> experiment.withData(experiment.data().withTargetNormalization(normalization)));
    }
}
