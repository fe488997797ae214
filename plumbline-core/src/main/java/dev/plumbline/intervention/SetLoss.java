package dev.plumbline.intervention;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Labelled;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code loss=cross-entropy}: another loss; its scale is kept. */
public final class SetLoss implements InterventionKind {
    /** The loss must fit the experiment's task, or applying it fails. */
    public static Intervention of(Loss loss) {
        return new Intervention(
                "loss=" + loss.label(),
                "Train with the loss " + loss.label() + ".",
                Set.of(
                        "softmax-before-cross-entropy",
                        "activation-on-output",
                        "logits-into-probability-loss",
                        "sigmoid-for-one-of-many",
                        "softmax-on-one-unit",
                        "loss-for-task",
                        "target-range"),
                "A loss that takes what the network's output really is gets gradients of the right size.",
                experiment -> apply(loss, experiment));
    }

    private static Experiment apply(Loss loss, Experiment experiment) {
        if (!fits(loss, experiment)) {
            List<Loss> fitting = Arrays.stream(Loss.values())
                    .filter(l -> fits(l, experiment))
                    .toList();
            throw new UnusableInputException(
                    "intervention loss",
                    "a loss for " + experiment.task().label() + " ("
                            + fitting.stream().map(Loss::label).collect(Collectors.joining(", ")) + ")",
                    loss.label(),
                    "Choose one of these.");
        }
        return experiment.withTraining(experiment
                .training()
                .withLoss(
                        LossPlan.of(loss).withScale(experiment.training().loss().scale())));
    }

    private static boolean fits(Loss loss, Experiment experiment) {
        // who trains amounts by a binary loss has amounts from 0 to 1
        boolean areShares = experiment.training().loss().loss().isBinary();
        return switch (experiment.task()) {
            case CLASSIFICATION, TAGGING -> !loss.isOfAmounts();
            case MULTILABEL -> loss.isBinary();
            case REGRESSION -> loss.isOfAmounts() || loss.isBinary() && areShares;
        };
    }

    @Override
    public String word() {
        return "loss";
    }

    @Override
    public String usage() {
        return "loss=cross-entropy";
    }

    @Override
    public Intervention parse(String value) {
        return of(Labelled.parse(Loss.class, Value.word(this, value), "intervention loss"));
    }
}
