package dev.plumbline.intervention;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Optimizer;
import java.util.Set;

/**
 * {@code optimizer-settings=usual}: the same optimizer at the same learning rate and weight decay, everything else
 * (epsilon, decay rates of the moments, accumulators, penalties of its own) as its library has it.
 */
public final class UsualOptimizerSettings implements InterventionKind {
    private static final String USUAL = "usual";

    public static Intervention of() {
        return new Intervention(
                "optimizer-settings=" + USUAL,
                "Give the optimizer its usual settings, at the same learning rate.",
                Set.of("optimizer-setting", "momentum-too-high"),
                "Steps get the size that the learning rate asks for.",
                UsualOptimizerSettings::apply);
    }

    private static Experiment apply(Experiment experiment) {
        Optimizer now = experiment.training().optimizer();
        return experiment.withTraining(experiment.training().withOptimizer(now.withUsualSettings()));
    }

    @Override
    public String word() {
        return "optimizer-settings";
    }

    @Override
    public String usage() {
        return "optimizer-settings=" + USUAL;
    }

    @Override
    public Intervention parse(String value) {
        if (!value.equals(USUAL)) {
            throw Value.wrong(this, "the word " + USUAL, value);
        }
        return of();
    }
}
