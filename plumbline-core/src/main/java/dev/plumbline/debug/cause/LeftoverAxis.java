package dev.plumbline.debug.cause;

import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An axis of size 1 is left where features are meant: it reaches the output, or a dense layer reads it. */
final class LeftoverAxis implements Cause {
    private static final Rule RULE =
            new Rule("leftover-axis", Stage.OVERFIT, "A leftover axis of size 1", "D3: leftover size-1 dimensions");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    private static Optional<Node> culprit(Setup setup) {
        return setup.network().nodes().stream()
                .filter(n -> MissingFlatten.isDense(setup, n))
                .filter(n -> {
                    Shape read = Axes.shape(setup, n.inputs().get(0));
                    return read.rank() > 2 && (isFeature(read) || reachesOutput(setup, read));
                })
                .findFirst();
    }

    /** {@code (N, 30, 1)}: every unit sees one number. */
    private static boolean isFeature(Shape read) {
        return read.get(-1) == 1 && read.elements() > 1;
    }

    /** {@code (N, 1, 30)} on the way to an output of {@code (N, 1, 3)}. */
    private static boolean reachesOutput(Setup setup, Shape read) {
        return Answer.shape(setup).rank() > 2 && read.elements() == read.get(-1);
    }

    @Override
    public List<Finding> look(Setup setup) {
        return culprit(setup).stream()
                .map(node -> Finding.suspected(
                        RULE,
                        Ending.subject(node),
                        "it reads " + Axes.shape(setup, node.inputs().get(0)) + "; the output is "
                                + Answer.shape(setup),
                        "A dense layer works along the last axis: with one number there it cannot combine features, and an axis"
                                + " of size 1 that stays broadcasts against targets.",
                        "Take the axis away (squeeze, flatten) before the layer."))
                .toList();
    }

    @Override
    public List<String> edits(Setup setup) {
        return Fitting.of(
                setup,
                culprit(setup).map(n -> List.of("flatten-before=" + n.name())).orElse(List.of()));
    }
}
