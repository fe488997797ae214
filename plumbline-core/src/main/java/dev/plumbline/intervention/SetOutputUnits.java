package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/** {@code output-units=10}: the layer that gives the output gets so many units, drawn anew. */
public final class SetOutputUnits implements InterventionKind {
    /** @param units at least 1 */
    public static Intervention of(int units) {
        return new Intervention(
                "output-units=" + units,
                "Give the output layer " + units + (units == 1 ? " unit." : " units."),
                Set.of("output-width"),
                "There is a number for each class, label or target, and none beyond.",
                experiment -> GraphEditPlan.with(
                        new ModelEdit.SetOutputUnits(units),
                        edit -> edit instanceof ModelEdit.SetOutputUnits,
                        experiment));
    }

    @Override
    public String word() {
        return "output-units";
    }

    @Override
    public String usage() {
        return "output-units=10";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.whole(this, 1, value));
    }
}
