package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/** {@code batch-norm-epsilon=0.001}: the number added to the variance, in every batch norm. */
public final class SetBatchNormEpsilon implements InterventionKind {
    /** @param epsilon above 0 */
    public static Intervention of(double epsilon) {
        String text = Value.text(epsilon);
        return new Intervention(
                "batch-norm-epsilon=" + text,
                "Let batch norms add " + text + " to the variance.",
                Set.of("batch-norm-statistics"),
                "Values come out with a deviation of 1, as the layers behind expect them.",
                experiment -> GraphEditPlan.with(
                        new ModelEdit.BatchNormEpsilon(epsilon),
                        edit -> edit instanceof ModelEdit.BatchNormEpsilon,
                        experiment));
    }

    @Override
    public String word() {
        return "batch-norm-epsilon";
    }

    @Override
    public String usage() {
        return "batch-norm-epsilon=0.001";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.positive(this, value));
    }
}
