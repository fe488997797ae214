package dev.plumbline.evaluate;

import dev.plumbline.evaluate.NotFinite.Sight;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import java.util.List;

/** {@link NotFinite} for a finished run, whose outcome tells more than its trace. */
final class EndedNotFinite implements Check<Run> {
    private final NotFinite onTrace = new NotFinite();

    @Override
    public Rule rule() {
        return onTrace.rule();
    }

    @Override
    public List<Finding> look(Run run) {
        if (!(run.outcome() instanceof Outcome.NotFinite outcome)) {
            return onTrace.look(run.trace());
        }
        String node = outcome.node();
        return List.of(NotFinite.finding(new Sight(
                node == null ? "loss" : node,
                outcome.step(),
                (node == null ? "the loss" : "the output of " + node) + " is not finite; " + outcome.text())));
    }
}
