package dev.plumbline.intervention;

import java.util.Set;

/** {@code all-data}: lifts {@code data.max-examples}, with which a first experiment is kept small (S5). */
public final class UseAllData implements InterventionKind {
    public static Intervention of() {
        return new Intervention(
                "all-data",
                "Train on all examples, not on a subset.",
                Set.of("examples-held-back"),
                "More examples leave less to remember by heart: the variance falls. It takes longer.",
                experiment -> experiment.withData(experiment.data().withMaxExamples(null)));
    }

    @Override
    public String word() {
        return "all-data";
    }

    @Override
    public String usage() {
        return "all-data";
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        return of();
    }
}
