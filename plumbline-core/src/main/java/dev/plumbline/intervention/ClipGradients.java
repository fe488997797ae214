package dev.plumbline.intervention;

import dev.plumbline.experiment.Clipping;
import java.util.Set;

/** {@code clip-norm=1}: gradients whose global norm is above it are scaled down (Pascanu et al., 2013). */
public final class ClipGradients implements InterventionKind {
    /** @param norm above 0 */
    public static Intervention of(double norm) {
        return new Intervention(
                "clip-norm=" + Value.text(norm),
                "Scale gradients down to a norm of at most " + Value.text(norm) + ".",
                Set.of("exploding-gradient", "clipping-too-tight"),
                "A rare huge gradient no longer throws the weights far off.",
                experiment -> experiment.withTraining(experiment.training().withClipping(Clipping.globalNorm(norm))));
    }

    @Override
    public String word() {
        return "clip-norm";
    }

    @Override
    public String usage() {
        return "clip-norm=1";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.positive(this, value));
    }
}
