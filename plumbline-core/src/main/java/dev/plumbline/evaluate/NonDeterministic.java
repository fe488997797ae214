package dev.plumbline.evaluate;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One step, made twice with the same seeds, is not the same to the last bit. Silent on steps that failed, and NaN
 * equals NaN.
 */
public final class NonDeterministic implements Check<RepeatedStep> {
    private static final Rule RULE = new Rule(
            "non-deterministic",
            Stage.CHECK,
            "The same seed gives another run",
            "Pineau et al., JMLR 22 (2021): fix seeds, report variation; PyTorch's notes on reproducibility");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(RepeatedStep step) {
        if (step.first().outcome() instanceof Outcome.Failed || step.second().outcome() instanceof Outcome.Failed) {
            return List.of();
        }
        Optional<Snapshot> one = step.first().trace().first();
        Optional<Snapshot> other = step.second().trace().first();
        if (one.isEmpty() || other.isEmpty() || one.get().equals(other.get())) {
            return List.of();
        }
        return List.of(Finding.suspected(
                RULE,
                place(one.get(), other.get()),
                seen(step),
                "What two runs of one experiment differ by is noise that no seed explains: a gain smaller than that"
                        + " is none, and a bug that comes and goes cannot be chased.",
                "Give random operators a seed, or use dropout and noise layers, which follow the experiment's; until"
                        + " then compare over more seeds."));
    }

    /** The first node, or else parameter, that differs. */
    private static String place(Snapshot one, Snapshot other) {
        for (int i = 0; i < Math.min(one.nodes().size(), other.nodes().size()); i++) {
            NodeView node = one.nodes().get(i);
            if (!node.value().equals(other.nodes().get(i).value())) {
                return "node " + node.node();
            }
        }
        for (int i = one.nodes().size() - 1; i >= 0 && i < other.nodes().size(); i--) {
            NodeView node = one.nodes().get(i);
            if (!Objects.equals(node.gradient(), other.nodes().get(i).gradient())) {
                return "gradient of node " + node.node();
            }
        }
        return one.parameters().stream()
                .filter(p -> !other.parameters().contains(p))
                .map(ParameterView::parameter)
                .findFirst()
                .map(name -> "parameter " + name)
                .orElse("the network");
    }

    private static String seen(RepeatedStep step) {
        float[] one = step.first().trace().losses();
        float[] other = step.second().trace().losses();
        return one.length == 0 || other.length == 0
                ? "two runs of one step differ"
                : String.format(Locale.ROOT, "the first step's loss is %.9g and, made again, %.9g", one[0], other[0]);
    }
}
