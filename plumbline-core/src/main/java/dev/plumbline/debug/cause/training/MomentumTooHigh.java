package dev.plumbline.debug.cause.training;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Steps go on for so long that they follow gradients of hundreds of steps ago, and add up. */
final class MomentumTooHigh implements Cause {
    private static final Rule RULE = new Rule(
            "momentum-too-high",
            Stage.OVERFIT,
            "Momentum is too high",
            "Sutskever et al., 2013: 0.9 to 0.99; Kingma and Ba, 2015: beta1 of 0.9");
    /** A momentum m multiplies a lasting gradient's step by 1 / (1 - m): a hundred here. */
    private static final double HIGH = 0.985;

    private static final double UNUSUAL = 0.955;
    private static final double USUAL = 0.9;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    @Override
    public List<Finding> look(Setup setup) {
        Optimizer optimizer = setup.experiment().training().optimizer();
        double momentum = optimizer.momentum();
        if (momentum < UNUSUAL) {
            return List.of();
        }
        String seen = String.format(
                Locale.ROOT,
                "momentum %s for %s: a gradient goes on for about %.0f steps",
                momentum,
                optimizer.name(),
                1 / Math.max(1e-9, 1 - momentum));
        String why = "Steps overshoot by what they have gathered, and turn only long after the gradient has.";
        String remedy = "Use a momentum of 0.9.";
        return List.of(
                momentum >= HIGH
                        ? Symptom.of(setup, RULE, "training.optimizer", seen, why, remedy)
                        : Symptom.hint(RULE, "training.optimizer", seen, why, remedy));
    }

    @Override
    public List<String> edits(Setup setup) {
        return setup.experiment().training().optimizer().momentum() > USUAL + 0.01
                ? List.of("momentum=" + USUAL)
                : List.of();
    }
}
