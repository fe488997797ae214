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

/** Sigmoid or tanh in several hidden layers: the gradient shrinks at each, by at least four for a sigmoid. */
final class SaturatingActivations implements Cause {
    private static final Rule RULE = new Rule(
            "saturating-activations",
            Stage.OVERFIT,
            "Saturating activations block the gradient",
            "Glorot and Bengio 2010; RULES: saturation (DeepDiagnosis, SageMaker Debugger), vanishing gradient (AutoTrainer)");
    /** A sigmoid's slope is at most 1/4: three of them leave at most 1.6 % of the gradient. */
    private static final int MANY = 3;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    private static List<Node> saturating(Setup setup) {
        return setup.hidden("Sigmoid", "HardSigmoid", "Tanh");
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Node> sigmoids = setup.hidden("Sigmoid", "HardSigmoid");
        return sigmoids.size() < MANY
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        "layers " + sigmoids.get(0).layer() + " to "
                                + sigmoids.get(sigmoids.size() - 1).layer(),
                        sigmoids.size() + " hidden layers with "
                                + sigmoids.get(0).operator(),
                        "A sigmoid's slope is at most 1/4, so hardly any gradient reaches the first layers.",
                        "Use ReLU in hidden layers, with He initialization."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return saturating(setup).isEmpty() ? List.of() : List.of("activation=relu");
    }
}
