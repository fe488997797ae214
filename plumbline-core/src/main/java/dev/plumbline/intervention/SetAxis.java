package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/** {@code set-axis=output/Softmax:-1}: a node works along another axis; negative ones count from the end. */
public final class SetAxis implements InterventionKind {
    /** @param node its name in the network */
    public static Intervention of(String node, int axis) {
        return new Intervention(
                "set-axis=" + node + ":" + axis,
                "Let " + node + " work along axis " + axis + ".",
                Set.of("wrong-axis", "examples-mixed"),
                "Each example is computed from its own values alone, along the axis that is meant.",
                experiment -> GraphEditPlan.with(
                        new ModelEdit.SetAxis(node, axis),
                        edit -> edit instanceof ModelEdit.SetAxis other
                                && other.node().equals(node),
                        experiment));
    }

    @Override
    public String word() {
        return "set-axis";
    }

    @Override
    public String usage() {
        return "set-axis=output/Softmax:-1";
    }

    @Override
    public Intervention parse(String value) {
        // a node's name may hold colons too
        int colon = value.lastIndexOf(':');
        String axis = value.substring(colon + 1);
        if (colon <= 0 || !axis.matches("-?[0-9]{1,2}")) {
            throw Value.wrong(this, "a node and an axis", value);
        }
        return of(value.substring(0, colon), Integer.parseInt(axis));
    }
}
