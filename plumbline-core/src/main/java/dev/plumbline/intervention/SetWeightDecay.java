package dev.plumbline.intervention;

import java.util.Set;

/** {@code weight-decay=0.0001}: the pull of every weight towards 0. */
public final class SetWeightDecay implements InterventionKind {
    /** @param decay at least 0 */
    public static Intervention of(double decay) {
        String text = Value.text(decay);
        return new Intervention(
                "weight-decay=" + text,
                "Set weight decay to " + text + ".",
                Set.of("weight-decay-too-strong"),
                "More decay narrows the gap between train and validation; less lowers the training error.",
                experiment -> experiment.withTraining(experiment
                        .training()
                        .withOptimizer(experiment.training().optimizer().withWeightDecay(decay))));
    }

    @Override
    public String word() {
        return "weight-decay";
    }

    @Override
    public String usage() {
        return "weight-decay=0.0001";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.below(this, Double.MAX_VALUE, value));
    }
}
