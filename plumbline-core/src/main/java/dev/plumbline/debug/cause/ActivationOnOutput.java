package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A nonlinearity cuts off values that the targets, or logits, need (D5: a ReLU on the output). */
final class ActivationOnOutput implements Cause {
    private static final Rule RULE = new Rule(
            "activation-on-output",
            Stage.OVERFIT,
            "The output's activation cuts off values that it must reach",
            "D5: error plateaus -> a ReLU on the output; AutoTrainer, DeepDiagnosis, NeuraLint");
    /** Softmax and sigmoid before logits are a rule of their own. */
    private static final Set<String> OF_PROBABILITIES = Set.of("Softmax", "LogSoftmax", "Sigmoid", "HardSigmoid");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.GOES_UP);
    }

    private static Optional<Node> culprit(Setup setup) {
        Optional<Node> last = Ending.of(setup).activation();
        return switch (Answer.loss(setup).takes()) {
            case LOGITS, PROBABILITIES -> last.filter(n -> !OF_PROBABILITIES.contains(n.operator()));
            case VALUES -> last.filter(n -> setup.experiment().task() == Task.REGRESSION);
            case LOG_PROBABILITIES, MARGINS, RATES -> Optional.empty();
        };
    }

    /** Whether it is seen to cut off something, and no rule of its own tells of it. */
    private static boolean cutsOff(Node node, Setup setup) {
        return Answer.loss(setup).takes() != Loss.Takes.VALUES
                || OutputRange.of(node)
                        .filter(range -> !range.isBounded() && range.outside(setup) > 0)
                        .isPresent();
    }

    @Override
    public List<Finding> look(Setup setup) {
        return culprit(setup).stream()
                .map(node -> Finding.suspected(
                                RULE,
                                Ending.subject(node),
                                node.operator() + " on the output, under the loss " + Answer.loss(setup),
                                "Outputs outside the activation's range cannot be said, and where it is flat no gradient flows.",
                                "Make the output layer linear.")
                        .withSeverity(cutsOff(node, setup) ? Severity.WARNING : Severity.INFO))
                .toList();
    }

    @Override
    public List<String> edits(Setup setup) {
        boolean probabilities = Answer.loss(setup).takes() == Loss.Takes.PROBABILITIES;
        Ending ending = Ending.of(setup);
        return culprit(setup)
                .map(node -> List.of(
                        probabilities
                                ? ending.linearWith(Answer.fitting(setup).label())
                                : "remove-node=" + node.name()))
                .orElse(List.of());
    }
}
