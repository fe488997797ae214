package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/** {@code flatten-before=dense_2/MatMul}: a dense node reads all of an example in one row, not position by position. */
public final class FlattenBefore implements InterventionKind {
    /** @param node its name in the network */
    public static Intervention of(String node) {
        return new Intervention(
                "flatten-before=" + node,
                "Flatten what " + node + " reads, and draw its weights anew.",
                Set.of("missing-flatten", "leftover-axis"),
                "The layer sees the whole example, and the output has one row for each.",
                experiment -> GraphEditPlan.with(new ModelEdit.FlattenBefore(node), experiment));
    }

    @Override
    public String word() {
        return "flatten-before";
    }

    @Override
    public String usage() {
        return "flatten-before=dense_2/MatMul";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.word(this, value));
    }
}
