package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/** {@code narrower=2}: divides the units or filters of every hidden layer, rounded up. */
public final class Narrow implements InterventionKind {
    /** @param divisor at least 2 */
    public static Intervention of(int divisor) {
        return new Intervention(
                "narrower=" + divisor,
                "Divide the width of every hidden layer by " + divisor + ".",
                Set.of(),
                "A smaller network can remember less: the variance falls, and the bias may rise.",
                new HiddenSizes(size -> 1 + (size - 1) / divisor, new ModelEdit.ScaleWidth(divisor, true))::apply);
    }

    @Override
    public String word() {
        return "narrower";
    }

    @Override
    public String usage() {
        return "narrower=2";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.whole(this, 2, value));
    }
}
