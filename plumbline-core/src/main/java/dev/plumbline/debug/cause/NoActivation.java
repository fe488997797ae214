package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.LinearLayers;
import dev.plumbline.network.Node;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Layers with weights follow each other with nothing between them that is not linear. */
final class NoActivation implements Cause {
    private static final Rule RULE = new Rule(
            "no-activation",
            Stage.OVERFIT,
            "Hidden layers have no activation",
            "RULES: linear hidden layers (NeuraLint, UMLAUT); two matrices in a row are one");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Node> linear = LinearLayers.of(setup.network());
        if (linear.isEmpty()) {
            return List.of();
        }
        int hidden = LinearLayers.hidden(setup.network());
        boolean most = 2 * linear.size() >= hidden;
        return List.of(Finding.suspected(
                        RULE,
                        linear.stream()
                                .map(n -> "layer " + n.layer())
                                .distinct()
                                .collect(Collectors.joining(", ")),
                        linear.size() + " of " + hidden + " hidden layers reach the next weights without an activation",
                        "Linear layers one after the other are together one linear layer: depth and width buy nothing.",
                        "Put an activation behind every hidden layer, ReLU as a rule.")
                // one or two may be meant: a bottleneck, a separable convolution
                .withSeverity(most ? Severity.WARNING : Severity.INFO));
    }

    @Override
    public List<String> edits(Setup setup) {
        return LinearLayers.of(setup.network()).isEmpty() ? List.of() : List.of("add-activation=relu");
    }
}
