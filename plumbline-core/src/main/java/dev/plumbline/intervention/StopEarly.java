package dev.plumbline.intervention;

import java.util.Set;

/**
 * {@code early-stopping=10}: training ends after so many epochs without a better validation score;
 * {@code early-stopping=off}: it goes on to its last epoch.
 */
public final class StopEarly implements InterventionKind {
    private static final String OFF = "off";

    /** @param patience epochs to wait for a better validation score, at least 1 */
    public static Intervention of(int patience) {
        return new Intervention(
                "early-stopping=" + patience,
                "Stop after " + patience + " epochs without a better validation score.",
                Set.of("too-long", "early-stopping-too-soon"),
                "Training ends before the network fits the noise of the training data.",
                experiment -> experiment.withTraining(experiment.training().withEarlyStopping(patience)));
    }

    /** Training goes on to its last epoch; the best epoch's parameters are kept all the same. */
    public static Intervention off() {
        return new Intervention(
                "early-stopping=" + OFF,
                "Train to the last epoch.",
                Set.of("early-stopping-too-soon"),
                "A score that only paused goes on rising.",
                experiment -> experiment.withTraining(experiment.training().withEarlyStopping(null)));
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
        return value.equals(OFF) ? off() : of(Value.whole(this, 1, value));
    }
}
