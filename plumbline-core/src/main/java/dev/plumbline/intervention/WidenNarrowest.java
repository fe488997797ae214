package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/** {@code min-width=32}: hidden layers with fewer units or filters get so many; wider ones stay. */
public final class WidenNarrowest implements InterventionKind {
    /** More would not fit any machine. */
    private static final int MOST = 1 << 16;

    /** @param units at least 1 */
    public static Intervention of(int units) {
        return new Intervention(
                "min-width=" + units,
                "Give every hidden layer at least " + units + (units == 1 ? " unit." : " units."),
                Set.of("capacity-too-small"),
                "What the outputs need passes through every layer: the training error falls.",
                new HiddenSizes(size -> Math.max(size, units), new ModelEdit.MinWidth(units))::apply);
    }

    @Override
    public String word() {
        return "min-width";
    }

    @Override
    public String usage() {
        return "min-width=32";
    }

    @Override
    public Intervention parse(String value) {
        int units = Value.whole(this, 1, value);
        if (units > MOST) {
            throw Value.wrong(this, "at most " + MOST + " units", value);
        }
        return of(units);
    }
}
