package dev.plumbline.debug.cause.flow;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Initializers;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.debug.cause.UsableEdits;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hardly any of the gradient that the last layer gets reaches the first one. */
final class VanishingGradient implements Cause {
    private static final Rule RULE = new Rule(
            "vanishing-gradient",
            Stage.OVERFIT,
            "The gradient vanishes on its way to the first layer",
            "RULES: first/last layer norm ratio < 1e-3 and first < 1e-4 (AutoTrainer); Glorot and Bengio, 2010");
    private static final double SMALL_RATIO = 1e-3;
    private static final double SMALL = 1e-4;

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
        GradientFlow flow = GradientFlow.of(setup);
        double ratio = flow.share();
        GradientFlow.Weight strongest = flow.strongest();
        // a gradient of exactly 0 is blocked rather than shrunk: dead units, weights of 0
        if (strongest == null || !(ratio > 0) || ratio >= SMALL_RATIO) {
            return List.of();
        }
        String seen = String.format(
                Locale.ROOT,
                "at the first step the gradient's norm is %.3g at %s and %.3g at %s",
                strongest.norm(),
                strongest.name(),
                flow.first().norm(),
                flow.first().name());
        String subject = "layers " + flow.first().layer() + " to " + flow.last().layer();
        String why =
                "The first layers stay as they were drawn, and the last ones learn from what noise makes of the input.";
        String remedy = "Use ReLU with He initialization, batch normalization, or fewer layers.";
        return List.of(
                flow.first().norm() < SMALL
                        ? Symptom.of(setup, RULE, subject, seen, why, remedy)
                        : Symptom.hint(RULE, subject, seen, why, remedy));
    }

    @Override
    public List<String> edits(Setup setup) {
        boolean saturates = !setup.hidden("Sigmoid", "HardSigmoid", "Tanh").isEmpty();
        String initialize = "initialize=" + Initializers.suited(setup);
        return saturates
                ? UsableEdits.of(setup, "activation=relu", initialize, "batch-norm")
                : UsableEdits.of(setup, initialize, "batch-norm");
    }
}
