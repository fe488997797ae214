package dev.plumbline.evaluate;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import java.util.List;

/** An operator of the network failed, so that not even one step could be made (D3). */
final class DoesNotRun implements Check<Run> {
    private static final Rule RULE = new Rule(
            "does-not-run",
            Stage.CHECK,
            "The network does not run",
            "D3: get the model to run: shape mismatch, casting, memory; everything else step by step in a debugger");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Run run) {
        if (!(run.outcome() instanceof Outcome.Failed failed)) {
            return List.of();
        }
        String node = failed.node();
        return List.of(new Finding(
                RULE,
                Severity.ERROR,
                Status.CONFIRMED,
                node == null ? "the network" : "node " + node,
                failed.text(),
                "What cannot make one step forward and backward cannot be trained.",
                "a fact of the run",
                "Change the layer that the message names, or take it out to see whether the rest runs."));
    }
}
