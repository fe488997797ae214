package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** So many units are dropped that hardly anything passes. */
final class DropoutTooStrong implements Cause {
    private static final Rule RULE = new Rule(
            "dropout-too-strong",
            Stage.OVERFIT,
            "Dropout is too strong",
            "D5: error plateaus -> too much regularization; RULES: dropout > 0.5 (NeuraLint, UMLAUT)");
    private static final double STRONG = 0.5;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.OSCILLATES);
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Node> strong = setup.hidden("Dropout").stream()
                .filter(n -> n.attributes().number("ratio", 0.5) > STRONG)
                .toList();
        return strong.isEmpty()
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        strong.stream().map(n -> "layer " + n.layer()).collect(Collectors.joining(", ")),
                        strong.stream()
                                .map(n -> "rate " + n.attributes().number("ratio", 0.5))
                                .collect(Collectors.joining(", ")),
                        "What is left of the layer changes so much from step to step that nothing can rely on it.",
                        "Train without dropout first; add up to 0.5 once the network overfits."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return setup.hidden("Dropout").isEmpty() ? List.of() : List.of("without-dropout");
    }
}
