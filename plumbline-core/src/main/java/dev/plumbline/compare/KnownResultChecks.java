package dev.plumbline.compare;

import dev.plumbline.finding.Check;
import java.util.List;

/** The checks on known results. To add one: write a class and its page, and list it here. */
public final class KnownResultChecks {
    private KnownResultChecks() {}

    /** All of them. */
    public static List<Check<KnownResults>> standard() {
        return List.of(new DiffersFromReference(), new BelowPublishedResult(), new FailsOnBenchmark());
    }
}
