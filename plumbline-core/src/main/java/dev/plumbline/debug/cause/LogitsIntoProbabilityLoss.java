package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Logits reach a loss that expects probabilities or their logarithms (D1: and the reverse). */
final class LogitsIntoProbabilityLoss implements Cause {
    private static final Rule RULE = new Rule(
            "logits-into-probability-loss",
            Stage.OVERFIT,
            "The loss expects probabilities and is given logits",
            "D1: wrong input to the loss, the reverse; AutoTrainer, DeepDiagnosis, UMLAUT, NeuraLint");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    /** The loss that takes what the network gives; null where the two fit. */
    private static @org.jspecify.annotations.Nullable Loss fitting(Setup setup) {
        String output = Ending.of(setup).operator();
        if (setup.experiment().task() == Task.REGRESSION && !OutputRange.areShares(setup)) {
            return null;
        }
        boolean isProbability = List.of("Sigmoid", "HardSigmoid", "Softmax").contains(output);
        Loss loss = Answer.loss(setup);
        boolean isLog = List.of("LogSoftmax", "Log", "LogSigmoid").contains(output);
        if (loss == Loss.NLL) {
            return isLog || cuts(output) ? null : forClasses(output);
        }
        if (loss.takes() != Loss.Takes.PROBABILITIES
                || isProbability
                || cuts(output)
                || looksLikeProbabilities(setup)) {
            return null;
        }
        boolean classes = loss.comparesClasses();
        if (isLog && classes) {
            return Loss.NLL;
        }
        return switch (loss) {
            case CATEGORICAL_FOCAL -> Loss.CATEGORICAL_FOCAL_WITH_LOGITS;
            case BINARY_FOCAL -> Loss.BINARY_FOCAL_WITH_LOGITS;
            default -> classes ? Loss.CROSS_ENTROPY : Loss.BCE_WITH_LOGITS;
        };
    }

    /** A ReLU or tanh is {@link ActivationOnOutput}. */
    private static boolean cuts(String output) {
        return Ending.ACTIVATIONS.contains(output)
                && !List.of("Softmax", "LogSoftmax", "Sigmoid", "HardSigmoid").contains(output);
    }

    /** Whatever made them, an author's own softmax perhaps: the first step's outputs all lie in [0, 1]. */
    private static boolean looksLikeProbabilities(Setup setup) {
        String output = setup.network().output();
        return setup.observed().first().stream()
                .flatMap(s -> s.nodes().stream())
                .filter(n -> setup.network()
                        .node(n.node())
                        .filter(m -> m.output().equals(output))
                        .isPresent())
                .anyMatch(n -> n.value().min() >= 0
                        && n.value().max() <= 1
                        && n.value().max() > n.value().min());
    }

    /** Probabilities need a loss that takes them, since cross-entropy would squash them again. */
    private static Loss forClasses(String output) {
        return output.equals("Softmax") ? Loss.CATEGORICAL_CROSSENTROPY : Loss.CROSS_ENTROPY;
    }

    @Override
    public List<Finding> look(Setup setup) {
        Loss fitting = fitting(setup);
        Loss loss = setup.experiment().training().loss().loss();
        return fitting == null
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        "training.loss",
                        "loss " + loss + ", and the output node is "
                                + Ending.of(setup).operator(),
                        "The loss reads any number as a (log-)probability; outside its range it is wrong or infinite.",
                        "Use the loss " + fitting + ", which takes what the network gives."));
    }

    @Override
    public List<String> edits(Setup setup) {
        Loss fitting = fitting(setup);
        return fitting == null ? List.of() : List.of("loss=" + fitting.label());
    }
}
