package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Loss;
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
        String output = setup.outputNode().map(n -> n.operator()).orElse("");
        return switch (setup.experiment().training().loss().loss()) {
            case NLL -> output.equals("LogSoftmax") ? null : forClasses(output);
            case CATEGORICAL_CROSSENTROPY -> output.equals("Softmax") ? null : Loss.CROSS_ENTROPY;
            case CATEGORICAL_FOCAL -> output.equals("Softmax") ? null : Loss.CATEGORICAL_FOCAL_WITH_LOGITS;
            case KL_DIVERGENCE -> output.equals("Softmax") ? null : Loss.CROSS_ENTROPY;
            case BCE, DICE, TVERSKY -> isProbability(output) ? null : Loss.BCE_WITH_LOGITS;
            case BINARY_FOCAL -> isProbability(output) ? null : Loss.BINARY_FOCAL_WITH_LOGITS;
            default -> null;
        };
    }

    private static boolean isProbability(String output) {
        return List.of("Sigmoid", "HardSigmoid", "Softmax").contains(output);
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
                                + setup.outputNode().map(n -> n.operator()).orElse("an input"),
                        "The loss reads any number as a (log-)probability; outside its range it is wrong or infinite.",
                        "Use the loss " + fitting + ", which takes what the network gives."));
    }

    @Override
    public List<String> edits(Setup setup) {
        Loss fitting = fitting(setup);
        return fitting == null ? List.of() : List.of("loss=" + fitting.label());
    }
}
