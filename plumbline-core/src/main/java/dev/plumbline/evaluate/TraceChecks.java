package dev.plumbline.evaluate;

import dev.plumbline.finding.Check;
import dev.plumbline.lab.Trace;
import java.util.List;

/** The checks that need no more than a trace, and so can be made while a run goes on. */
public final class TraceChecks {
    private TraceChecks() {}

    /** All of them, in the order in which their findings are read. */
    public static List<Check<Trace>> standard() {
        return List.of(new NotFinite(), new GradientMissing(), new FrozenParameter(), new DeadUnits());
    }
}
