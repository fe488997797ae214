package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Loss;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The numbers that become probabilities are cut off or squashed before. */
final class ActivationBeforeSoftmax implements Cause {
    private static final Rule RULE = new Rule(
            "activation-before-softmax",
            Stage.OVERFIT,
            "An activation stands between the last layer and the output's softmax or sigmoid",
            "D5: a ReLU on the output; RULES: redundant activations (NeuraLint)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.GOES_UP);
    }

    private static Optional<Node> culprit(Setup setup) {
        if (isBeforeLoss(setup)) {
            return Ending.of(setup).activation();
        }
        Ending ending = Ending.of(setup);
        return ending.activation()
                .filter(n -> n.operator().matches("Softmax|LogSoftmax|Sigmoid"))
                .flatMap(n -> ending.before());
    }

    /** A softmax before a softmax loss, a sigmoid before a sigmoid's are a rule of their own. */
    private static boolean isBeforeLoss(Setup setup) {
        String own = Answer.loss(setup).comparesClasses() ? "Softmax|LogSoftmax" : "Sigmoid|Softmax|LogSoftmax";
        return Answer.loss(setup).takes() == Loss.Takes.LOGITS
                && Ending.of(setup)
                        .activation()
                        .filter(n -> !n.operator().matches(own))
                        .isPresent();
    }

    /** Anything but a sigmoid right before the loss is told of as activation-on-output. */
    private static boolean isToldElsewhere(Setup setup, Node node) {
        return isBeforeLoss(setup) && !node.operator().equals("Sigmoid");
    }

    @Override
    public List<Finding> look(Setup setup) {
        return culprit(setup).stream()
                .map(node -> Finding.suspected(
                                RULE,
                                Ending.subject(node),
                                node.operator() + " in front of "
                                        + (isBeforeLoss(setup)
                                                ? "the loss " + Answer.loss(setup)
                                                : Ending.of(setup).operator()),
                                "A class whose number is cut off at 0, or kept below 1, cannot be said to be unlikely, or likely;"
                                        + " where the activation is flat no gradient flows.",
                                "Let the last layer's sums go to the softmax or sigmoid as they are.")
                        .withSeverity(isToldElsewhere(setup, node) ? Severity.INFO : Severity.WARNING))
                .toList();
    }

    @Override
    public List<String> edits(Setup setup) {
        return culprit(setup).map(node -> List.of("remove-node=" + node.name())).orElse(List.of());
    }
}
