package dev.plumbline.intervention;

import java.util.Set;

/** {@code without-clipping}: gradients stay as large as they are. */
public final class RemoveClipping implements InterventionKind {
    public static Intervention of() {
        return new Intervention(
                "without-clipping",
                "Do not clip gradients.",
                Set.of("clipping-too-tight"),
                "Steps get the size that the gradient and the learning rate ask for.",
                experiment -> experiment.withTraining(experiment.training().withClipping(null)));
    }

    @Override
    public String word() {
        return "without-clipping";
    }

    @Override
    public String usage() {
        return "without-clipping";
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        return of();
    }
}
