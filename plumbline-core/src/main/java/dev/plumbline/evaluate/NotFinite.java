package dev.plumbline.evaluate;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.List;
import java.util.Optional;

/** The loss, an activation or a parameter became NaN or infinite. A fact, not a suspicion. */
final class NotFinite implements Check<Trace> {
    private static final Rule RULE = new Rule(
            "not-finite",
            Stage.EVALUATE,
            "A value became NaN or infinite",
            "D1, D4; loss invalid (AutoTrainer, DeepLocalize, DeepDiagnosis)");

    /** Where, when and what. */
    record Sight(String subject, long step, String what) {}

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Trace trace) {
        return sight(trace).map(NotFinite::finding).map(List::of).orElse(List.of());
    }

    private static Optional<Sight> sight(Trace trace) {
        for (Snapshot snapshot : trace.snapshots()) {
            Optional<Sight> sight = in(snapshot);
            if (sight.isPresent()) {
                return sight;
            }
        }
        return inLosses(trace);
    }

    /** Parameters come first: what they hold was there before the step's activations. */
    private static Optional<Sight> in(Snapshot snapshot) {
        for (ParameterView view : snapshot.parameters()) {
            if (!view.value().isFinite()) {
                return Optional.of(new Sight(view.parameter(), snapshot.step(), counted(view.value(), "its values")));
            }
        }
        for (NodeView view : snapshot.nodes()) {
            if (!view.value().isFinite()) {
                return Optional.of(new Sight(view.node(), snapshot.step(), counted(view.value(), "its output")));
            }
        }
        return Optional.empty();
    }

    private static Optional<Sight> inLosses(Trace trace) {
        for (int step = 0; step < trace.losses().length; step++) {
            if (!Float.isFinite(trace.losses()[step])) {
                return Optional.of(new Sight("loss", step, "the loss is " + trace.losses()[step]));
            }
        }
        return Optional.empty();
    }

    private static String counted(Statistics statistics, String what) {
        return what + " hold " + statistics.nans() + " NaN and " + statistics.infinities() + " infinite values";
    }

    static Finding finding(Sight sight) {
        return new Finding(
                RULE,
                Severity.ERROR,
                Status.CONFIRMED,
                sight.subject(),
                "step " + sight.step() + ": " + sight.what(),
                "Every update after it is NaN too: the network has lost what it had learned.",
                "a fact of the run",
                "Lower the learning rate; look for exp, log, division and square root in front of that node, and for NaN"
                        + " in the inputs; clip gradients (`clip-norm=1`).");
    }
}
