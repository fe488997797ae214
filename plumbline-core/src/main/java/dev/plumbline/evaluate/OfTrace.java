package dev.plumbline.evaluate;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Trace;
import java.util.List;

/** A check that needs no more of a run than its trace. */
record OfTrace(Check<Trace> check) implements Check<Run> {
    @Override
    public Rule rule() {
        return check.rule();
    }

    @Override
    public List<Finding> look(Run run) {
        return check.look(run.trace());
    }
}
