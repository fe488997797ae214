package dev.plumbline.debug.cause.flow;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Initializers;
import dev.plumbline.debug.cause.LearningRates;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.debug.cause.UsableEdits;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gradients grow from layer to layer on their way back, so that a step throws the weights far off. */
final class ExplodingGradient implements Cause {
    private static final Rule RULE = new Rule(
            "exploding-gradient",
            Stage.OVERFIT,
            "The gradient explodes on its way to the first layer",
            "RULES: first/last layer norm ratio > 70 (AutoTrainer), growth (TheDeepChecker); Pascanu et al., 2013");
    private static final double LARGE_RATIO = 70;
    /** Of all gradients together; losses and weights of a usual size give 0.1 to 100. */
    private static final double LARGE = 1e3;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.EXPLODES, Trend.OSCILLATES, Trend.GOES_UP, Trend.PLATEAUS);
    }

    @Override
    public List<Finding> look(Setup setup) {
        GradientFlow flow = GradientFlow.of(setup);
        if (flow.weights().isEmpty()) {
            return List.of();
        }
        double norm = flow.norm();
        boolean large = !(norm <= LARGE);
        if (!large && !(flow.ratio() > LARGE_RATIO)) {
            return List.of();
        }
        String seen = String.format(
                Locale.ROOT,
                "at the first step the gradient's norm is %.3g at %s, %.3g at %s and %.3g in all",
                flow.last().norm(),
                flow.last().name(),
                flow.first().norm(),
                flow.first().name(),
                norm);
        String subject = "layers " + flow.first().layer() + " to " + flow.last().layer();
        String why = "A step along such a gradient throws the weights far off, and the next one farther.";
        String remedy = "Normalize inputs and targets, initialize by He or Glorot, clip the gradients (`clip-norm=1`).";
        return List.of(
                large
                        ? Symptom.of(setup, RULE, subject, seen, why, remedy)
                        : Symptom.hint(RULE, subject, seen, why, remedy));
    }

    @Override
    public List<String> edits(Setup setup) {
        List<String> edits =
                new ArrayList<>(UsableEdits.of(setup, "initialize=" + Initializers.suited(setup), "clip-norm=1"));
        LearningRates.lower(setup).stream().limit(1).forEach(edits::add);
        return edits;
    }
}
