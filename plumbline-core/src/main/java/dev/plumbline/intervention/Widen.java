package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/** {@code wider=2}: multiplies the units or filters of every hidden layer. */
public final class Widen implements InterventionKind {
    /** More would not fit any machine, and would overflow. */
    private static final int MOST = 1 << 24;

    /** @param factor at least 2 */
    public static Intervention of(int factor) {
        return new Intervention(
                "wider=" + factor,
                "Make every hidden layer " + factor + " times as wide.",
                Set.of("capacity-too-small"),
                "A larger network fits the training data better: the avoidable bias falls. It takes longer.",
                new HiddenSizes(
                                size -> (int) Math.min(MOST, (long) size * factor),
                                new ModelEdit.ScaleWidth(factor, false))::apply);
    }

    @Override
    public String word() {
        return "wider";
    }

    @Override
    public String usage() {
        return "wider=2";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.whole(this, 2, value));
    }
}
