package dev.plumbline.debug;

import dev.plumbline.finding.Check;
import java.util.List;

/** Checks on the memory that a training step takes. */
public final class MemoryChecks {
    private MemoryChecks() {}

    /** Every check on memory; a new one is added to this list. */
    public static List<Check<MemoryEstimate>> standard() {
        return List.of(new OutOfMemory());
    }
}
