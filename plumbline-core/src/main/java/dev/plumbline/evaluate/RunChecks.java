package dev.plumbline.evaluate;

import dev.plumbline.finding.Check;
import dev.plumbline.lab.Run;
import java.util.List;

/** The checks on a finished run. To add one: write a class and its page, and list it here. */
public final class RunChecks {
    private RunChecks() {}

    /** All of them, in the order in which their findings are read. */
    public static List<Check<Run>> standard() {
        return List.of(
                new DoesNotRun(),
                new EndedNotFinite(),
                new OfTrace(new GradientMissing()),
                new OfTrace(new FrozenParameter()),
                new OfTrace(new DeadUnits()),
                new TooGood(),
                new StillImproving(),
                new TooLong());
    }
}
