package dev.plumbline.debug.cause.restraint;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The network computes something else in evaluation than in training, or goes on drawing random numbers there: an
 * export in training mode, dropout of its own making.
 */
final class TrainingModeDiffers implements Cause {
    private static final Rule RULE = new Rule(
            "training-mode-differs",
            Stage.OVERFIT,
            "Evaluation does not compute what training did",
            "RULES: activations or losses in train and evaluation mode differ by > 50 % (TheDeepChecker)");
    private static final Set<String> ALWAYS_RANDOM = Set.of(
            "Bernoulli", "RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike", "Multinomial");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.OSCILLATES);
    }

    private static List<Node> random(Setup setup) {
        return setup.network().nodes().stream()
                .filter(n -> ALWAYS_RANDOM.contains(n.operator()))
                .toList();
    }

    private static boolean normalizes(Setup setup) {
        return setup.network().nodes().stream().anyMatch(n -> n.operator().equals("BatchNormalization"));
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Finding> findings = new ArrayList<>();
        List<Node> random = random(setup);
        if (!random.isEmpty()) {
            findings.add(Symptom.of(
                    setup,
                    RULE,
                    random.stream().map(n -> "node " + n.name()).collect(Collectors.joining(", ")),
                    random.stream().map(Node::operator).distinct().collect(Collectors.joining(", "))
                            + " draws random numbers in evaluation too",
                    "The same input gets another answer every time it is asked.",
                    "Use a dropout or noise layer, which rests in evaluation; export models in evaluation mode."));
        }
        // with batch norm it is that rule's
        if (!normalizes(setup)) {
            TrainingGap.of(setup)
                    .ifPresent(gap -> findings.add(Symptom.of(
                            setup,
                            RULE,
                            "the network",
                            gap.text(),
                            "What was learned in one mode does not hold in the other.",
                            "Look at the layers that behave differently in training: dropout, noise, normalization.")));
        }
        return findings;
    }

    @Override
    public List<String> edits(Setup setup) {
        boolean drops =
                setup.network().nodes().stream().anyMatch(n -> n.operator().equals("Dropout"));
        return drops && !normalizes(setup) && TrainingGap.of(setup).isPresent()
                ? List.of("without-dropout")
                : List.of();
    }
}
