package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/** {@code pool-before=dense_2/MatMul}: a dense node reads the mean over all positions of an example. */
public final class PoolBefore implements InterventionKind {
    /** @param node its name in the network */
    public static Intervention of(String node) {
        return new Intervention(
                "pool-before=" + node,
                "Average over positions what " + node + " reads.",
                Set.of("missing-flatten", "leftover-axis"),
                "The layer sees the whole example, and the output has one row for each.",
                experiment -> GraphEditPlan.with(new ModelEdit.PoolBefore(node), experiment));
    }

    @Override
    public String word() {
        return "pool-before";
    }

    @Override
    public String usage() {
        return "pool-before=dense_2/MatMul";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.word(this, value));
    }
}
