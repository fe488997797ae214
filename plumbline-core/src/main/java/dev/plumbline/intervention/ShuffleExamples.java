package dev.plumbline.intervention;

import java.util.Set;

/** {@code shuffle}: every epoch has its own order. */
public final class ShuffleExamples implements InterventionKind {
    public static Intervention of() {
        return new Intervention(
                "shuffle",
                "Shuffle the examples anew in every epoch.",
                Set.of("unshuffled-order"),
                "Batches stand for the whole data, not for whatever lies together in the file.",
                experiment -> experiment.withTraining(experiment.training().withShuffle(true)));
    }

    @Override
    public String word() {
        return "shuffle";
    }

    @Override
    public String usage() {
        return "shuffle";
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        return of();
    }
}
