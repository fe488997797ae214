package dev.plumbline.intervention;

import java.util.Set;

/** {@code loss-scale=1}: what the loss is multiplied by. */
public final class SetLossScale implements InterventionKind {
    /** @param scale above 0 */
    public static Intervention of(double scale) {
        return new Intervention(
                "loss-scale=" + Value.text(scale),
                "Multiply the loss by " + Value.text(scale) + ".",
                scale == 1 ? Set.of("loss-scale", "loss-sign") : Set.of("loss-scale"),
                "Gradients, penalties and clipping have the sizes that they are usually set for.",
                experiment -> experiment.withTraining(experiment
                        .training()
                        .withLoss(experiment.training().loss().withScale(scale))));
    }

    @Override
    public String word() {
        return "loss-scale";
    }

    @Override
    public String usage() {
        return "loss-scale=1";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.positive(this, value));
    }
}
