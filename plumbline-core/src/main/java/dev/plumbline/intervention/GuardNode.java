package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/** {@code guard=distance/Sqrt}: what a node reads is kept inside its domain, a little way from the edge. */
public final class GuardNode implements InterventionKind {
    /** @param node its name in the network */
    public static Intervention of(String node) {
        return new Intervention(
                "guard=" + node,
                "Keep what " + node + " reads inside its domain.",
                Set.of("numerical-domain", "not-finite"),
                "Neither the value nor its slope becomes infinite or NaN.",
                experiment -> GraphEditPlan.with(new ModelEdit.Guard(node), experiment));
    }

    @Override
    public String word() {
        return "guard";
    }

    @Override
    public String usage() {
        return "guard=distance/Sqrt";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.word(this, value));
    }
}
