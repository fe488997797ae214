package dev.plumbline.intervention;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LossPlan;
import java.util.Set;

/** {@code loss-sign}: makes the loss's scale positive, so that training lowers the loss. A scale of 0 becomes 1. */
public final class PositiveLoss implements InterventionKind {
    public static Intervention of() {
        return new Intervention(
                "loss-sign",
                "Make the loss's scale positive.",
                Set.of("loss-sign"),
                "The loss goes down with training instead of up.",
                PositiveLoss::apply);
    }

    private static Experiment apply(Experiment experiment) {
        LossPlan loss = experiment.training().loss();
        double scale = loss.scale() == 0 ? 1 : Math.abs(loss.scale());
        return experiment.withTraining(experiment.training().withLoss(loss.withScale(scale)));
    }

    @Override
    public String word() {
        return "loss-sign";
    }

    @Override
    public String usage() {
        return "loss-sign";
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        return of();
    }
}
