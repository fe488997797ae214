package dev.plumbline.debug.cause.restraint;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.HiddenLayers;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Layers put so much noise into training that little of the values is left, or put it where nothing can undo it. */
final class NoiseTooStrong implements Cause {
    private static final Rule RULE = new Rule(
            "noise-too-strong",
            Stage.OVERFIT,
            "Layers add too much noise in training",
            "D5: error plateaus -> too much regularization; Srivastava et al., 2014: keep 80 % of inputs, half of hidden units");
    /** Share of an input that may be missing. */
    private static final double OF_INPUT = 0.35;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.OSCILLATES);
    }

    private static List<Node> draws(Setup setup) {
        return setup.network().nodes().stream()
                .filter(n -> n.operator().equals("plumbline.Random"))
                .toList();
    }

    /** Dropout on what the network is given, or on what it says. */
    private static List<Node> misplaced(Setup setup) {
        HiddenLayers layers = new HiddenLayers(setup.network());
        boolean hasWeights = setup.network().nodes().stream().anyMatch(layers::isWeighted);
        return setup.network().nodes().stream()
                .filter(n -> n.operator().equals("Dropout") && hasWeights)
                .filter(n -> {
                    double rate = n.attributes().number("ratio", 0.5);
                    return layers.isBehindOutput(n) ? rate > 0 : !layers.isBehindWeights(n) && rate > OF_INPUT;
                })
                .toList();
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Finding> findings = new ArrayList<>();
        for (Node node : draws(setup)) {
            Noise noise = Noise.of(node, setup);
            if (noise.strength() != Noise.Strength.USUAL) {
                String why =
                        "What is left of the values changes so much from step to step that nothing can rely on it.";
                String remedy = "Train without noise first (`without-noise`); add a little once the network overfits.";
                String subject = "layer " + node.layer() + ", node " + node.name();
                findings.add(
                        noise.strength() == Noise.Strength.STRONG
                                ? Symptom.of(setup, RULE, subject, noise.text(), why, remedy)
                                : Symptom.hint(RULE, subject, noise.text(), why, remedy));
            }
        }
        for (Node node : misplaced(setup)) {
            boolean output = new HiddenLayers(setup.network()).isBehindOutput(node);
            findings.add(Symptom.of(
                    setup,
                    RULE,
                    "layer " + node.layer() + ", node " + node.name(),
                    "dropout of " + node.attributes().number("ratio", 0.5)
                            + (output ? " on the output" : " on the input"),
                    output
                            ? "What the network says is set to 0 at random; no weight can make up for it."
                            : "What is missing of an input cannot be learned from it.",
                    "Take this dropout out (`without-dropout`)."));
        }
        return findings;
    }

    @Override
    public List<String> edits(Setup setup) {
        List<String> edits = new ArrayList<>();
        if (!draws(setup).isEmpty()) {
            edits.add("without-noise");
        }
        if (!misplaced(setup).isEmpty()) {
            edits.add("without-dropout");
        }
        return edits;
    }
}
