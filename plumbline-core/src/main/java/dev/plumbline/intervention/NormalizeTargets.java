package dev.plumbline.intervention;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Labelled;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.Task;
import java.util.Set;

/**
 * {@code target-normalization=standardize}: what is done to regression targets in training. Predictions and scores stay
 * in the targets' unit.
 */
public final class NormalizeTargets implements InterventionKind {
    public static Intervention of(Normalization normalization) {
        return new Intervention(
                "target-normalization=" + normalization.label(),
                normalization == Normalization.NONE
                        ? "Train on the targets as they are."
                        : "Normalize the targets in training (" + normalization.label() + ").",
                normalization == Normalization.NONE
                        ? Set.of("target-range")
                        : Set.of("targets-not-normalized", "target-range"),
                "Outputs start near the targets, so that the first steps are neither huge nor lost on the way there.",
                experiment -> apply(normalization, experiment));
    }

    private static Experiment apply(Normalization normalization, Experiment experiment) {
        if (experiment.task() != Task.REGRESSION && normalization != Normalization.NONE) {
            throw new UnusableInputException(
                    "intervention target-normalization",
                    "a regression",
                    experiment.task().label(),
                    "Leave it out: classes have no scale.");
        }
        return experiment.withData(experiment.data().withTargetNormalization(normalization));
    }

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
        return of(Labelled.parse(Normalization.class, Value.word(this, value), "intervention target-normalization"));
    }
}
