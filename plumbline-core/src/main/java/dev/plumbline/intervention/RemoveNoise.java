package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/**
 * {@code without-noise}: what layers draw at random in training (noise, dropout of whole channels, augmentation inside
 * the network) rests at what it is in evaluation. Plain dropout stays: {@code without-dropout}.
 */
public final class RemoveNoise implements InterventionKind {
    public static Intervention of() {
        return new Intervention(
                "without-noise",
                "Train without the noise that layers add.",
                Set.of("noise-too-strong"),
                "Training sees the same values that evaluation sees: the training error falls.",
                experiment -> GraphEditPlan.with(new ModelEdit.RemoveNoise(), experiment));
    }

    @Override
    public String word() {
        return "without-noise";
    }

    @Override
    public String usage() {
        return "without-noise";
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        return of();
    }
}
