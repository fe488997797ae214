package dev.plumbline.intervention;

import dev.plumbline.experiment.LossPlan;
import java.util.Set;

/** {@code without-label-smoothing}: the loss asks for the class that a label names, and nothing else. */
public final class RemoveLabelSmoothing implements InterventionKind {
    public static Intervention of() {
        return new Intervention(
                "without-label-smoothing",
                "Ask for the labels as they are.",
                Set.of("label-smoothing-too-strong"),
                "The right class and the others differ in the loss again.",
                experiment -> {
                    LossPlan loss = experiment.training().loss();
                    return experiment.withTraining(experiment
                            .training()
                            .withLoss(
                                    loss.loss().settings().containsKey(LossPlan.LABEL_SMOOTHING)
                                            ? loss.with(LossPlan.LABEL_SMOOTHING, 0)
                                            : loss));
                });
    }

    @Override
    public String word() {
        return "without-label-smoothing";
    }

    @Override
    public String usage() {
        return "without-label-smoothing";
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        return of();
    }
}
