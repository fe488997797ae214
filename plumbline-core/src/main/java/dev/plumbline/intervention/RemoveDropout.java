package dev.plumbline.intervention;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.ModelPlan;
import java.util.Set;

/** {@code without-dropout}: takes every Dropout out of the graph, however the network was made. */
public final class RemoveDropout implements InterventionKind {
    public static Intervention of() {
        return new Intervention(
                "without-dropout",
                "Take all dropout out.",
                Set.of("layer-order", "dropout-too-strong", "noise-too-strong", "training-mode-differs"),
                "The network can use all its units in training: the training error falls.",
                RemoveDropout::apply);
    }

    private static Experiment apply(Experiment experiment) {
        if (experiment.model().source() instanceof ModelPlan.Layers layers
                && !new LayerList(layers.layers()).has("dropout")) {
            return experiment;
        }
        if (experiment.model().source() instanceof ModelPlan.Architecture architecture
                && architecture.settings().number("dropout", 0, 0.999, 0) == 0) {
            return experiment;
        }
        return GraphEditPlan.with(new ModelEdit.RemoveOperator("Dropout"), experiment);
    }

    @Override
    public String word() {
        return "without-dropout";
    }

    @Override
    public String usage() {
        return "without-dropout";
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        return of();
    }
}
