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

/** Probabilities reach a loss that applies softmax or sigmoid itself (D1: wrong input to the loss). */
final class SoftmaxBeforeCrossEntropy implements Cause {
    private static final Rule RULE = new Rule(
            "softmax-before-cross-entropy",
            Stage.OVERFIT,
            "The loss expects logits and is given probabilities",
            "D1, D5: wrong input to the loss (softmax instead of logits); AutoTrainer, DeepDiagnosis, UMLAUT, NeuraLint");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    private static Optional<Node> culprit(Setup setup) {
        boolean logitsWanted = setup.experiment().training().loss().loss().takes() == Loss.Takes.LOGITS;
        return Ending.of(setup)
                .activation()
                .filter(n -> logitsWanted && List.of("Softmax", "Sigmoid").contains(n.operator()));
    }

    @Override
    public List<Finding> look(Setup setup) {
        return culprit(setup).stream()
                .map(node -> Finding.suspected(
                                RULE,
                                Ending.subject(node),
                                node.operator() + " on the output, and the loss "
                                        + setup.experiment().training().loss().loss() + " applies its own",
                                "Squashed twice, outputs lie between 0 and 1: the loss cannot come near 0 and gradients are small.",
                                "Take the " + node.operator()
                                        + " out of the network in training; or give the loss what it gets: "
                                        + probabilityLoss(node) + ".")
                        .withSeverity(isOfLabels(node, setup) ? Severity.INFO : Severity.WARNING))
                .toList();
    }

    /** A sigmoid where classes exclude each other is a rule of its own. */
    private static boolean isOfLabels(Node node, Setup setup) {
        return node.operator().equals("Sigmoid") && Answer.isOneOfMany(setup) && Answer.width(setup) > 1;
    }

    @Override
    public List<String> edits(Setup setup) {
        return culprit(setup)
                .map(node -> isOfLabels(node, setup)
                        ? List.of("remove-node=" + node.name())
                        : List.of("remove-node=" + node.name(), "loss=" + probabilityLoss(node)))
                .orElse(List.of());
    }

    private static String probabilityLoss(Node node) {
        return node.operator().equals("Softmax") ? "categorical-crossentropy" : "bce";
    }
}
