package dev.plumbline.intervention;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Optimizer;
import java.util.Set;

/**
 * {@code momentum=0.9}: how much of the last step goes on in the next. That is the momentum of SGD and RMSprop, and
 * beta1 of Adam and its relatives; optimizers without either stay as they are.
 */
public final class SetMomentum implements InterventionKind {
    /** @param momentum at least 0, below 1 */
    public static Intervention of(double momentum) {
        String text = Value.text(momentum);
        return new Intervention(
                "momentum=" + text,
                "Set the momentum to " + text + ".",
                Set.of("momentum-too-high"),
                "Steps follow the gradients of today rather than those of hundreds of steps ago.",
                experiment -> apply(momentum, experiment));
    }

    private static Experiment apply(double momentum, Experiment experiment) {
        Optimizer now = experiment.training().optimizer();
        return experiment.withTraining(experiment.training().withOptimizer(now.withMomentum(momentum)));
    }

    @Override
    public String word() {
        return "momentum";
    }

    @Override
    public String usage() {
        return "momentum=0.9";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.below(this, 1, value));
    }
}
