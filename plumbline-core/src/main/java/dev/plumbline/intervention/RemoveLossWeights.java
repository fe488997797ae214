package dev.plumbline.intervention;

import java.util.List;
import java.util.Set;

/** {@code without-loss-weights}: every class counts as often as it occurs. */
public final class RemoveLossWeights implements InterventionKind {
    public static Intervention of() {
        return new Intervention(
                "without-loss-weights",
                "Let every example count alike in the loss.",
                Set.of("loss-scale"),
                "No class is drowned by another's weight.",
                experiment -> experiment.withTraining(experiment
                        .training()
                        .withLoss(experiment.training().loss().withWeights(List.of()))));
    }

    @Override
    public String word() {
        return "without-loss-weights";
    }

    @Override
    public String usage() {
        return "without-loss-weights";
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        return of();
    }
}
