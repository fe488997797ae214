package dev.plumbline.debug.cause.data;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import java.util.List;
import java.util.Set;

/**
 * A cause that simple models show, which answer once for each example: silent where every position has its own target.
 */
record OfWholeExamples(Cause cause) implements Cause {
    private static boolean isWhole(Setup setup) {
        return setup.experiment().task() != Task.TAGGING;
    }

    @Override
    public Rule rule() {
        return cause.rule();
    }

    @Override
    public Set<Trend> explains() {
        return cause.explains();
    }

    @Override
    public boolean onlyInFullTraining() {
        return cause.onlyInFullTraining();
    }

    @Override
    public boolean compensates() {
        return cause.compensates();
    }

    @Override
    public List<Finding> look(Setup setup) {
        return isWhole(setup) ? cause.look(setup) : List.of();
    }

    @Override
    public List<String> edits(Setup setup) {
        return isWhole(setup) ? cause.edits(setup) : List.of();
    }
}
