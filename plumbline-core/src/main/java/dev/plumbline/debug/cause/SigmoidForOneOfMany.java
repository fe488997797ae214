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

/** Classes that exclude each other are asked one by one, as if several could be right. */
final class SigmoidForOneOfMany implements Cause {
    private static final Rule RULE = new Rule(
            "sigmoid-for-one-of-many",
            Stage.OVERFIT,
            "Each class is judged by itself, though exactly one is right",
            "RULES: sigmoid for one-of-many (AutoTrainer, DeepDiagnosis, UMLAUT, NeuraLint)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.GOES_UP);
    }

    private static Optional<Node> sigmoid(Setup setup) {
        return Ending.of(setup).activation().filter(n -> n.operator().matches("Sigmoid|HardSigmoid"));
    }

    private static boolean shows(Setup setup) {
        Loss loss = Answer.loss(setup);
        boolean several = Answer.isOneOfMany(setup) && Answer.width(setup) > 1;
        return several && (sigmoid(setup).isPresent() || loss.isBinary() && loss.takes() != Loss.Takes.MARGINS);
    }

    private static boolean isBeforeSoftmax(Setup setup) {
        Loss loss = Answer.loss(setup);
        return loss.takes() == Loss.Takes.LOGITS && loss.comparesClasses();
    }

    @Override
    public List<Finding> look(Setup setup) {
        return !shows(setup)
                ? List.of()
                : List.of(Finding.suspected(
                                RULE,
                                sigmoid(setup).map(Ending::subject).orElse("training.loss"),
                                Ending.of(setup).operator() + " for " + Answer.width(setup)
                                        + " classes, under the loss " + Answer.loss(setup),
                                "One class gaining does not make the others lose; with many classes almost all answers that are"
                                        + " asked for are no, and saying no to everything is nearly right.",
                                "Use softmax with cross-entropy: linear outputs, and the loss cross-entropy.")
                        // before a loss with a softmax of its own it is activation-before-softmax that tells of it
                        .withSeverity(isBeforeSoftmax(setup) ? Severity.INFO : Severity.WARNING));
    }

    @Override
    public List<String> edits(Setup setup) {
        if (!shows(setup)) {
            return List.of();
        }
        Ending ending = Ending.of(setup);
        return Answer.loss(setup) == Loss.CROSS_ENTROPY
                ? List.of(ending.linear())
                : List.of(ending.linearWith(Loss.CROSS_ENTROPY.label()));
    }
}
