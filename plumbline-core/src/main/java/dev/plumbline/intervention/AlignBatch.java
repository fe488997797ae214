package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/**
 * {@code align-batch=residual/Add}: what an elementwise node reads gets axes of size 1 behind the batch, so that batch
 * meets batch.
 */
public final class AlignBatch implements InterventionKind {
    /** @param node its name in the network */
    public static Intervention of(String node) {
        return new Intervention(
                "align-batch=" + node,
                "Let the batch axes of what " + node + " reads meet.",
                Set.of("silent-broadcast", "examples-mixed"),
                "Each example is computed from its own values alone.",
                experiment -> GraphEditPlan.with(new ModelEdit.AlignBatch(node), experiment));
    }

    @Override
    public String word() {
        return "align-batch";
    }

    @Override
    public String usage() {
        return "align-batch=residual/Add";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.word(this, value));
    }
}
