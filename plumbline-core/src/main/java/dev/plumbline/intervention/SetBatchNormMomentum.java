package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/** {@code batch-norm-momentum=0.9}: the share of the running statistics that a step keeps, in every batch norm. */
public final class SetBatchNormMomentum implements InterventionKind {
    /** @param momentum at least 0, below 1, as ONNX and Keras have it; PyTorch's is 1 less it */
    public static Intervention of(double momentum) {
        String text = Value.text(momentum);
        return new Intervention(
                "batch-norm-momentum=" + text,
                "Let batch norms keep a share of " + text + " of their running statistics at each step.",
                Set.of("batch-norm-statistics", "training-mode-differs"),
                "Evaluation sees the statistics that training has: its loss comes down to that of training.",
                experiment -> GraphEditPlan.with(
                        new ModelEdit.BatchNormMomentum(momentum),
                        edit -> edit instanceof ModelEdit.BatchNormMomentum,
                        experiment));
    }

    @Override
    public String word() {
        return "batch-norm-momentum";
    }

    @Override
    public String usage() {
        return "batch-norm-momentum=0.9";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.below(this, 1, value));
    }
}
