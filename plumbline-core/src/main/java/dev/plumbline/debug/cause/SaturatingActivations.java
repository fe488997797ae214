package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.network.HiddenLayers;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sigmoid or tanh in several hidden layers: the gradient shrinks at each, by at least four for a sigmoid. */
final class SaturatingActivations implements Cause {
    private static final Rule RULE = new Rule(
            "saturating-activations",
            Stage.OVERFIT,
            "Saturating activations block the gradient",
            "Glorot and Bengio 2010; RULES: saturation (DeepDiagnosis, SageMaker Debugger), vanishing gradient (AutoTrainer)");
    /** A sigmoid's slope is at most 1/4: three of them leave at most 1.6 % of the gradient. */
    private static final int MANY = 3;
    /** Of the largest slope. DeepDiagnosis counts what lies outside +-5, where a sigmoid has 3 % of it. */
    private static final double FLAT = 0.1;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    private static List<Node> saturating(Setup setup) {
        List<Node> nodes = new ArrayList<>(setup.hidden("Sigmoid", "HardSigmoid", "Tanh"));
        nodes.addAll(new HiddenLayers(setup.network()).squeezing());
        return nodes;
    }

    @Override
    public List<Finding> look(Setup setup) {
        Optional<NodeView> flat = setup.observed().first().flatMap(s -> flattest(setup, s));
        if (flat.isPresent()) {
            NodeView node = flat.get();
            return List.of(Symptom.of(
                    setup,
                    RULE,
                    "layer " + node.layer() + ", node " + node.node(),
                    String.format(
                            Locale.ROOT,
                            "at the first step %s has on average %.2g of its largest slope: nearly all that comes in lies far"
                                    + " from 0",
                            node.operator(),
                            slope(node)),
                    "Where the curve is flat, no gradient passes.",
                    "Normalize the inputs, start weights at random by Glorot, or use ReLU with He initialization."));
        }
        List<Node> squeezing = new HiddenLayers(setup.network()).squeezing();
        if (!squeezing.isEmpty()) {
            return List.of(Symptom.of(
                    setup,
                    RULE,
                    "layer " + squeezing.get(0).layer() + ", node "
                            + squeezing.get(0).name(),
                    "a softmax between hidden layers, in " + squeezing.size() + " of them",
                    "Its values share a sum of 1: with many units each is near 0, and so is its slope.",
                    "Keep softmax for the output; use ReLU in hidden layers."));
        }
        List<Node> sigmoids = setup.hidden("Sigmoid", "HardSigmoid");
        return sigmoids.size() < MANY
                ? List.of()
                : List.of(Symptom.of(
                        setup,
                        RULE,
                        "layers " + sigmoids.get(0).layer() + " to "
                                + sigmoids.get(sigmoids.size() - 1).layer(),
                        sigmoids.size() + " hidden layers with "
                                + sigmoids.get(0).operator(),
                        "A sigmoid's slope is at most 1/4, so hardly any gradient reaches the first layers.",
                        "Use ReLU in hidden layers, with He initialization."));
    }

    private static Optional<NodeView> flattest(Setup setup, Snapshot snapshot) {
        Set<String> hidden = setup.hidden("Sigmoid", "HardSigmoid", "Tanh").stream()
                .map(Node::name)
                .collect(Collectors.toSet());
        return snapshot.nodes().stream()
                .filter(n -> hidden.contains(n.node()) && slope(n) < FLAT)
                .min(Comparator.comparingDouble(SaturatingActivations::slope));
    }

    /**
     * The mean slope of what a node gave, as a share of the largest: of a sigmoid {@code s (1 - s)} against 1/4, of a
     * tanh {@code 1 - t^2}, both of which mean and deviation tell. NaN where they are no numbers.
     */
    private static double slope(NodeView node) {
        double mean = node.value().mean();
        double square = mean * mean + node.value().deviation() * node.value().deviation();
        return node.operator().equals("Tanh") ? 1 - square : 4 * (mean - square);
    }

    @Override
    public List<String> edits(Setup setup) {
        if (saturating(setup).isEmpty()) {
            return List.of();
        }
        boolean flat = setup.observed().first().flatMap(s -> flattest(setup, s)).isPresent();
        return flat
                ? UsableEdits.of(setup, "activation=relu", "initialize=" + Initializers.suited(setup))
                : List.of("activation=relu");
    }
}
