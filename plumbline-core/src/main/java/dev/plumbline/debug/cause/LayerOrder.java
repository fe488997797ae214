package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Dropout, or a bias, stands in front of a batch normalization. */
final class LayerOrder implements Cause {
    private static final Rule RULE = new Rule(
            "layer-order",
            Stage.OVERFIT,
            "Layers stand in an order that wastes them",
            "Li et al. 2019 (dropout before batch norm shifts variances); RULES: dropout or bias before batch norm (NeuraLint)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.FALLS_SLOWLY);
    }

    /** What stands right before a batch norm, and what is wrong with it; empty where nothing is. */
    private static Optional<Finding> before(Setup setup, Node norm) {
        Optional<Node> node = setup.network().maker(norm.inputs().get(0));
        boolean dropout = node.filter(n -> n.operator().equals("Dropout")).isPresent();
        boolean bias = node.filter(n -> n.operator().matches("Gemm|Conv")
                        && n.inputs().size() > 2
                        && !n.inputs().get(2).isEmpty())
                .isPresent();
        if (!dropout && !bias) {
            return Optional.empty();
        }
        return Optional.of(Finding.suspected(
                        RULE,
                        Ending.subject(node.get()),
                        (dropout ? "Dropout" : "a bias") + " in front of the batch norm " + norm.name(),
                        dropout
                                ? "Dropout changes the variance in training only, and the batch norm remembers that for evaluation."
                                : "The batch norm subtracts the mean, and with it the bias.",
                        dropout ? "Put dropout behind the last batch norm." : "Leave out the bias.")
                .withSeverity(dropout ? Severity.WARNING : Severity.INFO));
    }

    @Override
    public List<Finding> look(Setup setup) {
        return setup.hidden("BatchNormalization").stream()
                .flatMap(norm -> before(setup, norm).stream())
                .toList();
    }

    @Override
    public List<String> edits(Setup setup) {
        boolean dropout = look(setup).stream().anyMatch(f -> f.seen().startsWith("Dropout"));
        return dropout ? List.of("without-dropout") : List.of();
    }
}
