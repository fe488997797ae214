package dev.plumbline.intervention;

import java.util.Set;

/** {@code epochs=50}: passes over the train split. */
public final class SetEpochs implements InterventionKind {
    /** @param epochs at least 1 */
    public static Intervention of(int epochs) {
        return new Intervention(
                "epochs=" + epochs,
                "Train for " + epochs + (epochs == 1 ? " epoch." : " epochs."),
                Set.of("still-improving", "epochs-too-few"),
                "A score that was still rising when training ended goes on rising.",
                experiment -> experiment.withTraining(experiment.training().withEpochs(epochs)));
    }

    @Override
    public String word() {
        return "epochs";
    }

    @Override
    public String usage() {
        return "epochs=50";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.whole(this, 1, value));
    }
}
