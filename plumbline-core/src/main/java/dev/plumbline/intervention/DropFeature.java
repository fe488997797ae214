package dev.plumbline.intervention;

import dev.plumbline.experiment.DataEdit;
import java.util.Set;

/** {@code drop-feature=age}: the feature is set to its mean everywhere, so that it tells nothing any more. */
public final class DropFeature implements InterventionKind {
    /** @param feature a column's name, or its number in a row */
    public static Intervention of(String feature) {
        return new Intervention(
                "drop-feature=" + feature,
                "Take the feature " + feature + " away.",
                Set.of("leaking-feature"),
                "The network has to learn from what will be known when it is used.",
                experiment -> experiment.withData(experiment.data().with(new DataEdit.DropFeature(feature))));
    }

    @Override
    public String word() {
        return "drop-feature";
    }

    @Override
    public String usage() {
        return "drop-feature=age";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.word(this, value));
    }
}
