package dev.plumbline.intervention;

import java.util.Set;

/** {@code early-stopping=10}: training ends after so many epochs without a better validation score. */
public final class StopEarly implements InterventionKind {
    /** @param patience epochs to wait for a better validation score, at least 1 */
    public static Intervention of(int patience) {
        return new Intervention(
                "early-stopping=" + patience,
                "Stop after " + patience + " epochs without a better validation score.",
                Set.of("too-long"),
                "Training ends before the network fits the noise of the training data.",
                experiment -> experiment.withTraining(experiment.training().withEarlyStopping(patience)));
    }

    @Override
    public String word() {
        return "early-stopping";
    }

    @Override
    public String usage() {
        return "early-stopping=10";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.whole(this, 1, value));
    }
}
