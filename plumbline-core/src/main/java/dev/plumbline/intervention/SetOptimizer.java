package dev.plumbline.intervention;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Spelling;
import java.util.List;
import java.util.Set;

/**
 * {@code optimizer=adam}: another optimizer at its own usual learning rate, since rates do not carry over from one to
 * another: Adam and AdamW at 3e-4 (S3), SGD at 0.01 with momentum 0.9. The weight decay is kept.
 */
public final class SetOptimizer implements InterventionKind {
    private static final List<String> NAMES = List.of("adam", "adamw", "sgd");

    /** @param name adam, adamw or sgd */
    public static Intervention of(String name) {
        if (!NAMES.contains(name)) {
            throw Value.wrong(
                    new SetOptimizer(),
                    "one of " + String.join(", ", NAMES) + " (the nearest is " + Spelling.nearest(name, NAMES) + ")",
                    name);
        }
        return new Intervention(
                "optimizer=" + name,
                "Train with " + name + " at its usual learning rate.",
                Set.of(),
                "Adam and AdamW scale every weight's step by its own gradients, and forgive badly scaled layers.",
                experiment -> apply(name, experiment));
    }

    private static Experiment apply(String name, Experiment experiment) {
        Optimizer now = experiment.training().optimizer();
        if (now.name().equals(name)) {
            return experiment;
        }
        Optimizer changed = switch (name) {
            case "sgd" -> new Optimizer.Sgd(0.01, 0.9, false, now.weightDecay());
            case "adamw" -> new Optimizer.AdamW(3e-4, 0.9, 0.999, 1e-8, now.weightDecay());
            default -> Optimizer.Adam.of(3e-4).withWeightDecay(now.weightDecay());
        };
        return experiment.withTraining(experiment.training().withOptimizer(changed));
    }

    @Override
    public String word() {
        return "optimizer";
    }

    @Override
    public String usage() {
        return "optimizer=adam";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.word(this, value));
    }
}
