package dev.plumbline.intervention;

import dev.plumbline.experiment.DataEdit;
import java.util.Set;

/** {@code shift-targets=-1}: each input of train gets the target of the row behind it. */
public final class ShiftTargets implements InterventionKind {
    /** @param rows not 0; positive: targets move down */
    public static Intervention of(int rows) {
        return new Intervention(
                "shift-targets=" + rows,
                "Move the targets by " + rows + (Math.abs(rows) == 1 ? " row" : " rows") + " against the inputs.",
                Set.of("labels-shuffled"),
                "Each input stands beside its own target again.",
                experiment -> experiment.withData(experiment.data().with(new DataEdit.ShiftTargets(rows))));
    }

    @Override
    public String word() {
        return "shift-targets";
    }

    @Override
    public String usage() {
        return "shift-targets=-1";
    }

    @Override
    public Intervention parse(String value) {
        String expected = "a whole number other than 0";
        if (!value.matches("-?[1-9]\\d{0,6}")) {
            throw Value.wrong(this, expected, value);
        }
        return of(Integer.parseInt(value));
    }
}
