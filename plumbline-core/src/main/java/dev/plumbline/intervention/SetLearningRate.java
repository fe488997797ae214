package dev.plumbline.intervention;

import java.util.Set;

/** {@code learning-rate=0.001}: the optimizer's step size, before the schedule's factor. */
public final class SetLearningRate implements InterventionKind {
    /** @param rate above 0 */
    public static Intervention of(double rate) {
        String text = Value.text(rate);
        return new Intervention(
                "learning-rate=" + text,
                "Set the learning rate to " + text + ".",
                Set.of("learning-rate-too-high", "learning-rate-too-low", "exploding-gradient", "dead-units"),
                "A lower rate calms a loss that explodes or oscillates; a higher one moves a loss that hardly falls.",
                experiment -> experiment.withTraining(experiment
                        .training()
                        .withOptimizer(experiment.training().optimizer().withLearningRate(rate))));
    }

    @Override
    public String word() {
        return "learning-rate";
    }

    @Override
    public String usage() {
        return "learning-rate=0.001";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.positive(this, value));
    }
}
