package dev.plumbline.report;

import dev.plumbline.guide.Knowledge;
import dev.plumbline.lab.Run;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a diagnosis comes from. */
public final class Origin {
    private Origin() {}

    /** Any run of the diagnosis: all were made on the same machine, of the same data. */
    public static Optional<Run> of(Knowledge known) {
        return Stream.of(
                        known.training(),
                        known.repaired(),
                        known.overfit() == null ? null : known.overfit().run(),
                        known.firstStep() == null ? null : known.firstStep().run())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Plumbline's version. */
    static String version(Knowledge known) {
        String own = Origin.class.getPackage().getImplementationVersion();
        return of(known).map(run -> run.provenance().plumbline()).orElse(own == null ? "development" : own);
    }
}
