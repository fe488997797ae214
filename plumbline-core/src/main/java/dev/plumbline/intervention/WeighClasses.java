package dev.plumbline.intervention;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LossPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code class-weights=1,9}: how much each class counts in the loss; for losses that take weights. */
public final class WeighClasses implements InterventionKind {
    /** @param weights of each class, above 0 */
    public static Intervention of(List<Double> weights) {
        String text = weights.stream().map(Value::text).collect(Collectors.joining(","));
        return new Intervention(
                "class-weights=" + text,
                "Weigh the classes in the loss (" + text + ").",
                Set.of("class-imbalance"),
                "Rare classes weigh as much as frequent ones: their recall rises.",
                experiment -> apply(weights, experiment));
    }

    private static Experiment apply(List<Double> weights, Experiment experiment) {
        LossPlan loss = experiment.training().loss();
        if (!loss.loss().takesWeights()) {
            throw new UnusableInputException(
                    "intervention class-weights",
                    "a loss that takes weights (cross-entropy, nll, bce-with-logits)",
                    loss.loss().label(),
                    "Use `balance`, which repeats examples instead.");
        }
        return experiment.withTraining(experiment.training().withLoss(loss.withWeights(weights)));
    }

    @Override
    public String word() {
        return "class-weights";
    }

    @Override
    public String usage() {
        return "class-weights=1,9,1";
    }

    @Override
    public Intervention parse(String value) {
        List<Double> weights = new ArrayList<>();
        for (String part : Value.word(this, value).split(",", -1)) {
            weights.add(Value.positive(this, part.strip()));
        }
        return of(weights);
    }
}
